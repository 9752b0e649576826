using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.Rest.Properties;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>
/// <c>/standin/calls</c> lists who is in which call; <c>/standin/rooms/{name}/app-messages</c> lets somebody inside say
/// something, and <c>/transcription</c> tells the pages what a recogniser would have heard.
/// </summary>
internal static class CallsControl
{
    private static readonly PropertyTable MessageBody = new() { { "from", Rule.Text() }, { "to", Rule.Text() }, { "data", Rule.Anything } };

    private static readonly PropertyTable TranscriptionBody = new()
    {
        { "event", Rule.OneOf("started", "stopped", "error", "message") },
        { "language", Rule.Text() },
        { "model", Rule.Text() },
        { "message", Rule.Text() },
        { "session_id", Rule.Text() },
        { "user_id", Rule.Text() },
        { "text", Rule.Text() },
        { "is_final", Rule.Boolean },
        { "confidence", Rule.Number },
    };

    public static void MapCallsControl(this IEndpointRouteBuilder control)
    {
        control.MapGet("/calls", (StandInState state, CaptureAssignment captures) => new JsonAnswer(state.Read(data =>
            new JsonArray([.. data.Calls.Values.SelectMany(data.PresentIn).Select(p => Describe(p, captures))]))));
        control.MapPost("/rooms/{name}/app-messages", (string name, HttpContext http, StandInState state, AppMessages messages) =>
            InCall(name, http, MessageBody, state, (data, call, body) =>
            {
                if (Sender(data, call, body) is not { } sender) return Refusal.NotFound("nobody inside can say that");
                messages.FromPage(data, call, sender, body["data"], body["to"]);
                return Sent();
            }));
        control.MapPost("/rooms/{name}/transcription", (string name, HttpContext http, StandInState state, TimeProvider clock) =>
            InCall(name, http, TranscriptionBody, state, (data, call, body) => Transcribe(data, call, body, clock.GetUtcNow())));
    }

    private static IResult Transcribe(StandInData data, Call call, JsonObject body, DateTimeOffset now)
    {
        switch ((string?)body["event"])
        {
            case "started":
                Transcriptions.Start(data, call, body, null);
                return Sent();
            case "stopped":
                Transcriptions.Stop(data, call, null, null);
                return Sent();
            case "error":
                Transcriptions.Fail(data, call, (string?)body["message"] ?? "the recogniser was lost");
                return Sent();
            case "message":
                var user = (string?)body["user_id"];
                var session = (string?)body["session_id"];
                if (data.PresentIn(call).FirstOrDefault(p => (session is null || p.SessionId == session) && (user is null || p.UserId == user)) is not { } speaker)
                    return Refusal.NotFound("that person is not inside");
                Transcriptions.Hear(data, call, new(speaker.SessionId, (string?)body["text"] ?? "", (bool?)body["is_final"] ?? true, (double?)body["confidence"] ?? 1), now);
                return Sent();
            default:
                return Refusal.InvalidRequest("event is needed: started, stopped, error or message");
        }
    }

    private static Participant? Sender(StandInData data, Call call, JsonObject body) => (string?)body["from"] is { } from
        ? data.PresentIn(call).FirstOrDefault(p => p.SessionId == from || p.UserId == from)
        : data.PresentIn(call).FirstOrDefault(p => !p.ComesFromPage);

    private static IResult InCall(string name, HttpContext http, PropertyTable table, StandInState state, Func<StandInData, Call, JsonObject, IResult> act) =>
        JsonRequest.Object(http, table).Answer(body => state.Change(data =>
            data.Calls.TryGetValue(name, out var call) ? act(data, call, body) : Refusal.NoCallIn(name)));

    private static JsonObject Describe(Participant p, CaptureAssignment captures)
    {
        var session = p.Link as CallSession;
        return new()
        {
            ["room"] = p.RoomName,
            ["session_id"] = p.SessionId,
            ["user_id"] = p.UserId,
            ["user_name"] = p.UserName,
            ["simulated"] = session is null,
            ["connected"] = session?.Socket is not null,
            ["lost_at"] = UnixTime.Fractional(session?.LostAt),
            ["microphone"] = session?.Microphone.DeepClone(),
            ["takes_up_sound"] = session is not null && captures.NumberFor(p.RoomName, session) is not null,
        };
    }

    private static JsonAnswer Sent() => new(new JsonObject { ["sent"] = "true" });
}
