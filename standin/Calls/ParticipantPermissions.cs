using System.Text.Json.Nodes;
using Numeroly.StandIn.Rooms;
using Numeroly.StandIn.Tokens;

namespace Numeroly.StandIn.Calls;

/// <summary>What a participant may do: the token's word goes before the room's, that before Daily's defaults.</summary>
internal static class ParticipantPermissions
{
    public static JsonObject AtJoin(Room room, MeetingToken? token)
    {
        var permissions = new JsonObject
        {
            ["hasPresence"] = true,
            ["canSend"] = true,
            ["canReceive"] = new JsonObject { ["base"] = true },
            ["canAdmin"] = token?.IsOwner ?? false,
        };
        if (token is not { IsOwner: true } && room.Config["permissions"] is JsonObject ofRoom) Overlay(permissions, ofRoom);
        if (token?.Permissions is { } ofToken) Overlay(permissions, ofToken);
        return permissions;
    }

    public static void Overlay(JsonObject permissions, JsonObject changes)
    {
        foreach (var (name, value) in changes) permissions[name] = value?.DeepClone();
    }
}
