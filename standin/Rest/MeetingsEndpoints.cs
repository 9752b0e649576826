using System.Globalization;
using System.Text.Json.Nodes;
using Numeroly.StandIn.Calls;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Rest;

/// <summary><c>/meetings</c>: which meeting sessions there were, and who was in them for how long.</summary>
internal static class MeetingsEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/meetings", List);
        api.MapGet("/meetings/{id}", (string id, StandInState state, TimeProvider clock) => state.Read<IResult>(data =>
            Find(data, id) is { } meeting ? new JsonAnswer(Describe(data, meeting, clock.GetUtcNow(), withParticipants: true)) : NotFound(id)));
        api.MapGet("/meetings/{id}/participants", Participants);
    }

    private static IResult List(HttpContext http, StandInState state, TimeProvider clock)
    {
        var query = http.Request.Query;
        foreach (var name in new[] { "timeframe_start", "timeframe_end" })
        {
            if (query[name] is [{ } text, ..] && Seconds(text) is null)
                return Refusal.InvalidRequest($"{name} was '{text}' but should be a number of seconds since the unix epoch");
        }

        return PageRequest.Read(http).Then(page => state.Read(data => page.Cut(
            data.Meetings.Values.Where(m => m.StartedAt is not null && Wanted(m, query, clock.GetUtcNow())),
            Position,
            id => Find(data, id) is { } m ? Position(m) : null,
            m => Describe(data, m, clock.GetUtcNow(), withParticipants: query["no_participants"] != "true"))))
            .Answer(list => new JsonAnswer(list));
    }

    private static bool Wanted(Meeting meeting, IQueryCollection query, DateTimeOffset now)
    {
        if (query["room"] is [{ } room, ..] && meeting.RoomName != room) return false;
        if (query["ongoing"] is [{ } ongoing, ..] && ongoing == "true" != meeting.EndedAt is null) return false;
        return !((meeting.EndedAt ?? now) < Seconds(query["timeframe_start"].FirstOrDefault()))
            && !(meeting.StartedAt > Seconds(query["timeframe_end"].FirstOrDefault()));
    }

    private static IResult Participants(string id, int? limit, string? joined_after, string? joined_before, StandInState state, TimeProvider clock) =>
        state.Read<IResult>(data =>
        {
            if (Find(data, id) is not { } meeting) return NotFound(id);
            var all = meeting.ParticipantIds;
            // The cursors are participant ids of the list itself, which is in the order of joining.
            var from = joined_after is null ? 0 : all.IndexOf(joined_after) + 1;
            var to = joined_before is null ? all.Count : all.IndexOf(joined_before);
            if (from >= Math.Min(to, all.Count) || (joined_after is not null && from == 0)) return NotFound(id);
            var page = all[from..to].Take(limit ?? all.Count);
            return new JsonAnswer(new JsonObject { ["data"] = Attendances(data, meeting, page, clock.GetUtcNow()) });
        });

    /// <summary>Only a meeting that has started counts as one.</summary>
    private static Meeting? Find(StandInData data, string id) =>
        data.Meetings.GetValueOrDefault(id) is { StartedAt: not null } meeting ? meeting : null;

    private static JsonObject Describe(StandInData data, Meeting meeting, DateTimeOffset now, bool withParticipants)
    {
        var json = new JsonObject
        {
            ["id"] = meeting.Id,
            ["room"] = meeting.RoomName,
            ["start_time"] = meeting.StartedAt!.Value.ToUnixTimeSeconds(),
            ["duration"] = (int)((meeting.EndedAt ?? now) - meeting.StartedAt.Value).TotalSeconds,
            ["ongoing"] = meeting.EndedAt is null,
            ["max_participants"] = meeting.MaxParticipants,
        };
        if (withParticipants) json["participants"] = Attendances(data, meeting, meeting.ParticipantIds, now);
        return json;
    }

    private static JsonArray Attendances(StandInData data, Meeting meeting, IEnumerable<string> sessions, DateTimeOffset now) =>
        [.. sessions.Select(session => Attendance(data.Participants[session], meeting, now))];

    private static JsonObject Attendance(Participant p, Meeting meeting, DateTimeOffset now) => new()
    {
        ["participant_id"] = p.SessionId,
        ["user_id"] = p.UserId,
        ["user_name"] = p.UserName,
        ["join_time"] = p.JoinedAt.ToUnixTimeSeconds(),
        ["duration"] = (int)(Earlier(p.LeftAt, meeting.EndedAt ?? now) - p.JoinedAt).TotalSeconds,
    };

    private static DateTimeOffset Earlier(DateTimeOffset? left, DateTimeOffset end) => left < end ? left.Value : end;

    private static DateTimeOffset? Seconds(string? text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? UnixTime.FromSeconds(seconds) : null;

    private static PagePosition Position(Meeting meeting) => new(meeting.StartedAt!.Value.ToUnixTimeSeconds(), meeting.Id);

    private static Refusal NotFound(string id) => Refusal.NotFound($"meeting {id} not found");
}
