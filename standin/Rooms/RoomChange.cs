using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Rooms;

/// <summary>A checked request to update a room. A property set to null goes back to its default.</summary>
internal sealed record RoomChange(string? Privacy, JsonObject Properties)
{
    private static readonly PropertyTable Body = new()
    {
        { "privacy", Rule.OneOf("public", "private") },
        { "properties", Rule.Object },
    };

    public static Outcome<RoomChange> Read(JsonObject body, DateTimeOffset now)
    {
        var properties = body["properties"] as JsonObject ?? [];
        var problem = Body.Problem(body)
            ?? RoomProperties.Table.Problem(properties, nullClears: true)
            ?? Expiry.Problem(properties, now);
        return problem is null ? new RoomChange((string?)body["privacy"], properties) : Refusal.InvalidRequest(problem);
    }
}
