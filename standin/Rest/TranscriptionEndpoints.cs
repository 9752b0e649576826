using System.Text.Json.Nodes;
using Numeroly.StandIn.Calls;
using Numeroly.StandIn.Rest.Properties;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Rest;

/// <summary><c>/rooms/:name/transcription/...</c>: start and stop within a running call. What is heard comes from the control surface.</summary>
internal static class TranscriptionEndpoints
{
    private static readonly PropertyTable StartBody = new()
    {
        { "language", Rule.Text() },
        { "model", Rule.Text() },
        { "tier", Rule.Text() },
        { "profanity_filter", Rule.Boolean },
        { "punctuate", Rule.Boolean },
        { "endpointing", Rule.Either(Rule.Boolean, Rule.Number) },
        { "redact", Rule.Either(Rule.Boolean, Rule.ListOf(Rule.Anything)) },
        { "extra", Rule.Object },
        { "includeRawResponse", Rule.Boolean },
        { "instanceId", Rule.Text() },
        { "participants", Rule.ListOf(Rule.Text()) },
    };

    private static readonly PropertyTable StopBody = new() { { "instanceId", Rule.Text() } };

    public static void MapTranscription(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rooms/{name}/transcription/start", (string name, HttpContext http, StandInState state, LiveCalls calls) =>
            InCall(name, http, StartBody, state, calls, (data, call, body) =>
            {
                Transcriptions.Start(data, call, body, null);
                return Sent();
            }));
        api.MapPost("/rooms/{name}/transcription/stop", (string name, HttpContext http, StandInState state, LiveCalls calls) =>
            InCall(name, http, StopBody, state, calls, (data, call, body) =>
                Transcriptions.Stop(data, call, (string?)body["instanceId"], null) ? Sent() : Refusal.NotFound($"room {name} has no transcription to stop")));
    }

    private static IResult InCall(
        string name, HttpContext http, PropertyTable table, StandInState state, LiveCalls calls, Func<StandInData, Call, JsonObject, IResult> act) =>
        JsonRequest.Object(http, table).Answer(body => state.Change(data =>
            calls.Hosted(data, name) is { } call ? act(data, call, body) : Refusal.NoCallIn(name)));

    private static JsonAnswer Sent() => new(new JsonObject { ["sent"] = "true" });
}
