using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.Rest.Properties;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>
/// <c>/standin/rooms/{name}/break</c>, <c>/network-quality</c> and <c>/app-message-loss</c>: what goes wrong for the pages
/// in a call, for all of them or for the session that the body names.
/// </summary>
internal static class CallFaultsControl
{
    private static readonly PropertyTable BreakBody = new()
    {
        { "what", Rule.OneOf("signalling", "media") },
        { "seconds", Rule.Number },
        { "session_id", Rule.Text() },
    };

    private static readonly PropertyTable QualityBody = new()
    {
        { "state", Rule.OrNull(Rule.OneOf("good", "warning", "bad", "unknown")) },
        { "reasons", Rule.ListOf(Rule.OneOf("sendPacketLoss", "recvPacketLoss", "roundTripTime", "availableOutgoingBitrate")) },
        { "session_id", Rule.Text() },
    };

    private static readonly PropertyTable LossBody = new()
    {
        { "next", Rule.Whole(0, int.MaxValue) },
        { "share", Rule.Number },
        { "session_id", Rule.Text() },
    };

    public static void MapCallFaults(this IEndpointRouteBuilder control)
    {
        control.MapPost("/rooms/{name}/break", (string name, HttpContext http, StandInState state, TimeProvider clock) =>
            ForSessions(name, http, BreakBody, state, (session, body) => Break(session, body, clock.GetUtcNow())));
        control.MapDelete("/rooms/{name}/break", (string name, StandInState state) =>
            ForSessions(name, [], state, (session, _) => Mend(session)));
        control.MapPost("/rooms/{name}/network-quality", (string name, HttpContext http, StandInState state) =>
            ForSessions(name, http, QualityBody, state, Judge));
        control.MapPost("/rooms/{name}/app-message-loss", (string name, HttpContext http, StandInState state) =>
            ForSessions(name, http, LossBody, state, (session, body) =>
            {
                session.Faults.MessagesToLose = (int)(Rule.WholeNumber(body["next"]) ?? 0);
                session.Faults.ShareToLose = (double?)body["share"] ?? 0;
            }));
    }

    private static void Break(CallSession session, JsonObject body, DateTimeOffset now)
    {
        var time = TimeSpan.FromSeconds((double?)body["seconds"] ?? 5);
        if ((string?)body["what"] == "media")
        {
            session.Send(new() { ["type"] = "cut-media", ["for_ms"] = (long)time.TotalMilliseconds });
            return;
        }

        session.Faults.UnreachableUntil = now + time;
        session.Socket?.Abort();
    }

    private static void Mend(CallSession session)
    {
        session.Faults.UnreachableUntil = null;
        session.Send(new() { ["type"] = "cut-media", ["for_ms"] = 0 });
    }

    private static void Judge(CallSession session, JsonObject body)
    {
        session.Faults.NetworkQuality = (string?)body["state"] is { } state
            ? new() { ["state"] = state, ["reasons"] = body["reasons"]?.DeepClone() ?? new JsonArray() }
            : null;
        session.Send(new() { ["type"] = "network-quality", ["quality"] = session.Faults.NetworkQuality?.DeepClone() });
    }

    private static IResult ForSessions(string name, HttpContext http, PropertyTable table, StandInState state, Action<CallSession, JsonObject> act) =>
        JsonRequest.Object(http, table).Answer(body => ForSessions(name, body, state, act));

    private static IResult ForSessions(string name, JsonObject body, StandInState state, Action<CallSession, JsonObject> act) => state.Change<IResult>(data =>
    {
        if (!data.Calls.TryGetValue(name, out var call)) return Refusal.NoCallIn(name);
        var only = (string?)body["session_id"];
        var sessions = data.PresentIn(call).Select(p => p.Link).OfType<CallSession>().Where(s => only is null || s.SessionId == only).ToList();
        if (only is not null && sessions.Count == 0) return Refusal.NotFound($"no page has the session {only} in room {name}");
        sessions.ForEach(session => act(session, body));
        return new JsonAnswer(new JsonObject { ["sessions"] = sessions.Count });
    });
}
