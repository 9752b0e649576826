using System.Text.Json.Nodes;
using Numeroly.StandIn.Calls;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Rest;

/// <summary>Who is inside now, in one room or everywhere; behind the truth by <see cref="StandInOptions.PresenceLag"/>.</summary>
internal static class PresenceEndpoints
{
    public static void MapPresence(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rooms/{name}/presence", InRoom);
        api.MapGet("/presence", (StandInState state, StandInOptions options, TimeProvider clock) => state.Read(data =>
        {
            var rooms = new JsonObject();
            foreach (var call in data.Calls.Values)
            {
                var seen = Seen(data, call, options, clock);
                if (seen.Count > 0) rooms[call.RoomName] = new JsonArray([.. seen.Select(p => Describe(p, clock))]);
            }

            return new JsonAnswer(rooms);
        }));
    }

    private static IResult InRoom(
        string name, int? limit, string? userId, string? userName, StandInState state, LiveCalls calls, StandInOptions options, TimeProvider clock) =>
        state.Read<IResult>(data =>
        {
            if (calls.Hosted(data, name) is not { } call) return Refusal.NoCallIn(name);
            var seen = Seen(data, call, options, clock)
                .Where(p => (userId is null || p.UserId == userId) && (userName is null || p.UserName == userName))
                .ToList();
            return new JsonAnswer(new JsonObject
            {
                ["total_count"] = seen.Count,
                ["data"] = new JsonArray([.. seen.Take(limit ?? seen.Count).Select(p => Describe(p, clock))]),
            });
        });

    private static List<Participant> Seen(StandInData data, Call call, StandInOptions options, TimeProvider clock) =>
        [.. data.PresentIn(call).Where(p => clock.GetUtcNow() - p.JoinedAt >= options.PresenceLag)];

    private static JsonObject Describe(Participant p, TimeProvider clock) => new()
    {
        ["room"] = p.RoomName,
        ["id"] = p.SessionId,
        ["userId"] = p.UserId,
        ["userName"] = p.UserName,
        ["mtgSessionId"] = p.MeetingId,
        ["joinTime"] = UnixTime.Iso(p.JoinedAt),
        ["duration"] = (int)p.TimeInside(clock.GetUtcNow()).TotalSeconds,
    };
}
