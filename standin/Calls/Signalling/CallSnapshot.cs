using System.Text.Json.Nodes;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>The whole picture of a call, for a page that joins or comes back.</summary>
internal static class CallSnapshot
{
    public static JsonObject Of(StandInData data, Participant participant, CallSession session, int? capture)
    {
        var call = data.Calls[participant.RoomName];
        return new()
        {
            ["session_id"] = participant.SessionId,
            ["participants"] = new JsonArray([.. data.PresentIn(call).Select(CallMessages.Participant)]),
            ["meeting_id"] = call.MeetingId,
            ["session_data"] = call.SessionData.DeepClone(),
            ["room"] = RoomInfo(data, participant.RoomName, session),
            ["recordings"] = new JsonArray([.. CloudRecorder.Running(data, call).Select(r => CallMessages.Recording(r))]),
            ["transcriptions"] = new JsonArray([.. call.Transcriptions.Values.Select(t => t.DeepClone())]),
            ["capture"] = capture,
            ["network_quality"] = session.Faults.NetworkQuality?.DeepClone(),
        };
    }

    // A room may be deleted while its call goes on; the app still sees what it was.
    private static JsonObject RoomInfo(StandInData data, string name, CallSession session)
    {
        var room = data.OpenRooms.GetValueOrDefault(name) ?? data.Rooms.FindLast(r => r.Name == name)!;
        return new()
        {
            ["id"] = room.Id,
            ["name"] = room.Name,
            ["config"] = room.Config.DeepClone(),
            ["domainConfig"] = new JsonObject(),
            ["tokenConfig"] = session.TokenConfig.DeepClone(),
        };
    }
}
