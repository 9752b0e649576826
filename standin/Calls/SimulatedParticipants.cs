using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.Rest.Properties;
using Numeroly.StandIn.State;
using Numeroly.StandIn.Tokens;

namespace Numeroly.StandIn.Calls;

/// <summary><c>/standin/rooms/{name}/participants</c>: people who join and leave on command, and what they were told.</summary>
internal static class SimulatedParticipants
{
    private static readonly PropertyTable Body = new()
    {
        { "user_id", Rule.OrNull(Rule.Text(36)) },
        { "user_name", Rule.OrNull(Rule.Text()) },
        { "owner", Rule.OrNull(Rule.Boolean) },
        { "token", Rule.OrNull(Rule.Text()) },
        { "guest", Rule.Boolean },
    };

    public static void MapSimulatedParticipants(this IEndpointRouteBuilder control)
    {
        control.MapPost("/rooms/{name}/participants", Join);
        control.MapGet("/rooms/{name}/participants", (string name, StandInState state) => new JsonAnswer(state.Read(data =>
            new JsonArray([.. Present(data, name).Select(Describe)]))));
        control.MapDelete("/rooms/{name}/participants", (string name, StandInState state, LiveCalls calls) =>
        {
            var left = state.Change(data => Present(data, name).ToList().Count(p => calls.Leave(p.SessionId, LeaveReason.Left)));
            return new JsonAnswer(new JsonObject { ["left"] = left });
        });
        control.MapDelete("/rooms/{name}/participants/{sessionId}", (string name, string sessionId, StandInState state, LiveCalls calls) =>
            state.Change(data => Present(data, name).Any(p => p.SessionId == sessionId) && calls.Leave(sessionId, LeaveReason.Left))
                ? (IResult)new JsonAnswer(new JsonObject { ["left"] = 1 })
                : Refusal.NotFound($"session {sessionId} is not in room {name}"));
    }

    private static IResult Join(string name, HttpContext http, LiveCalls calls, StandInState state) => JsonRequest.Object(http, Body).Answer(body =>
    {
        var request = new JoinRequest(name, CredentialFrom(body), new SimulatedLink()) { UserName = (string?)body["user_name"] };
        return calls.Join(request) switch
        {
            JoinOutcome.Joined joined => new JsonAnswer(state.Read(_ => Describe(joined.Participant))),
            JoinOutcome.Refused refused => new Refusal(403, refused.Type, refused.Message),
            var other => throw new InvalidOperationException($"A join cannot end as {other}."),
        };
    });

    private static Credential CredentialFrom(JsonObject body)
    {
        if ((string?)body["token"] is { } token) return new Credential.TokenText(token);
        if ((bool?)body["guest"] == true) return new Credential.Nothing();
        return new Credential.VouchedFor(new MeetingToken
        {
            UserId = (string?)body["user_id"],
            UserName = (string?)body["user_name"],
            IsOwner = (bool?)body["owner"] ?? false,
        });
    }

    private static IEnumerable<Participant> Present(StandInData data, string roomName) =>
        data.Calls.TryGetValue(roomName, out var call) ? data.PresentIn(call) : [];

    private static JsonObject Describe(Participant p) => new()
    {
        ["session_id"] = p.SessionId,
        ["user_id"] = p.UserId,
        ["user_name"] = p.UserName,
        ["owner"] = p.Owner,
        ["joined_at"] = UnixTime.Fractional(p.JoinedAt),
        ["will_eject_at"] = UnixTime.Fractional(p.WillEjectAt),
        ["meeting_id"] = p.MeetingId,
        ["permissions"] = p.Permissions.DeepClone(),
        ["inbox"] = new JsonArray([.. ((p.Link as SimulatedLink)?.Inbox ?? []).Select(n =>
            new JsonObject { ["kind"] = n.Kind, ["body"] = n.Body?.DeepClone() })]),
    };
}
