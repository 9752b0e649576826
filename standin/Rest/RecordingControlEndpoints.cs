using System.Text.Json.Nodes;
using Numeroly.StandIn.Calls;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.Rest.Properties;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Rest;

/// <summary><c>/rooms/:name/recordings/...</c>: start, update and stop within a running call.</summary>
internal static class RecordingControlEndpoints
{
    public static void MapRecordingControl(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rooms/{name}/recordings/start", (string name, HttpContext http, StandInState state, LiveCalls calls, CloudRecorder recorder) =>
            InCall(name, http, RecordingStart.Body, state, calls, (data, call, body) =>
                recorder.Start(data, call, RecordingStart.ByRest(body)).Answer(_ => Sent()))).Within(RateBudget.RecordingStart);
        api.MapPost("/rooms/{name}/recordings/update", (string name, HttpContext http, StandInState state, LiveCalls calls) =>
            InCall(name, http, RecordingBodies.Update, state, calls, (data, call, body) =>
                CloudRecorder.Running(data, call).Any(r => r.InstanceId == Instance(body)) ? Sent() : NoneActive(call)));
        api.MapPost("/rooms/{name}/recordings/stop", (string name, HttpContext http, StandInState state, LiveCalls calls, CloudRecorder recorder) =>
            InCall(name, http, RecordingBodies.Stop, state, calls, (data, call, body) =>
                recorder.Stop(data, call, Instance(body), (string?)body["type"]) ? Sent() : NoneActive(call)));
    }

    private static IResult InCall(
        string name, HttpContext http, PropertyTable table, StandInState state, LiveCalls calls, Func<StandInData, Call, JsonObject, IResult> act) =>
        JsonRequest.Object(http, table).Answer(body => state.Change(data =>
            calls.Hosted(data, name) is { } call ? act(data, call, body) : Refusal.NoCallIn(name)));

    private static string Instance(JsonObject body) => (string?)body["instanceId"] ?? RecordingStart.DefaultInstance;

    private static JsonAnswer Sent() => new(new JsonObject { ["status"] = "sent" });

    private static Refusal NoneActive(Call call) => Refusal.InvalidRequest($"room {call.RoomName} has no active stream");
}
