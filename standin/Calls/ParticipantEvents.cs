using System.Text.Json.Nodes;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn.Calls;

/// <summary>The webhooks participant.* and meeting.*, which call the room <c>room</c>.</summary>
internal static class ParticipantEvents
{
    public static NewEvent Joined(Participant p) => new(
        "participant.joined", $"ptcpt-join-{p.SessionId}-{p.JoinedAt.ToUnixTimeMilliseconds()}", p.RoomName, Payload(p));

    public static NewEvent Left(Participant p)
    {
        var payload = Payload(p);
        payload["duration"] = Math.Round(p.TimeInside(p.LeftAt!.Value).TotalSeconds, 3);
        return new("participant.left", $"ptcpt-left-{p.SessionId}-{p.LeftAt.Value.ToUnixTimeMilliseconds()}", p.RoomName, payload);
    }

    public static NewEvent Started(Meeting m) => new(
        "meeting.started", $"mtg-sta-{m.Id}-{m.StartedAt!.Value.ToUnixTimeMilliseconds()}", m.RoomName, MeetingPayload(m));

    public static NewEvent Ended(Meeting m)
    {
        var payload = MeetingPayload(m);
        payload["end_ts"] = UnixTime.Fractional(m.EndedAt!.Value);
        return new("meeting.ended", $"mtg-end-{m.Id}-{m.EndedAt.Value.ToUnixTimeMilliseconds()}", m.RoomName, payload);
    }

    private static JsonObject Payload(Participant p) => new()
    {
        ["joined_at"] = UnixTime.Fractional(p.JoinedAt),
        ["session_id"] = p.SessionId,
        ["room"] = p.RoomName,
        ["user_id"] = p.UserId,
        ["user_name"] = p.UserName,
        ["owner"] = p.Owner,
        ["networkQualityState"] = p.LeftAt is null ? "unknown" : "good",
        ["will_eject_at"] = UnixTime.Fractional(p.WillEjectAt),
        ["permissions"] = p.Permissions.DeepClone(),
    };

    private static JsonObject MeetingPayload(Meeting m) => new()
    {
        ["start_ts"] = UnixTime.Fractional(m.StartedAt!.Value),
        ["meeting_id"] = m.Id,
        ["room"] = m.RoomName,
    };
}
