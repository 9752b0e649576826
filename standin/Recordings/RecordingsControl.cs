using Numeroly.StandIn.Rest;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Recordings;

/// <summary><c>/standin/recordings/{id}/fail</c>: lets a recording in progress fail.</summary>
internal static class RecordingsControl
{
    private static readonly PropertyTable Body = new() { { "error_msg", Rule.Text() } };

    public static void MapRecordingsControl(this IEndpointRouteBuilder control) =>
        control.MapPost("/recordings/{id}/fail", (string id, HttpContext http, CloudRecorder recorder) =>
            JsonRequest.Object(http, Body)
                .Then(body => recorder.Fail(id, (string?)body["error_msg"] ?? "the recording worker was lost"))
                .Answer(recording => new JsonAnswer(recording.ToJson())));
}
