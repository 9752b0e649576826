using System.Globalization;
using System.Text.Json.Nodes;
using Numeroly.StandIn.Ledger;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.Recordings.Capturing;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Rest;

/// <summary><c>/recordings</c>: list, get, link to the file, delete.</summary>
internal static class RecordingsEndpoints
{
    private const long DefaultLinkSeconds = 3600;

    public static void MapRecordings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/recordings", List).Within(RateBudget.RecordingList);
        api.MapGet("/recordings/{id}", (string id, HttpContext http, StandInState state) => state.Read(data =>
            Find(data, id, http).Answer(recording => new JsonAnswer(recording.ToJson()))));
        api.MapGet("/recordings/{id}/access-link", Link);
        api.MapDelete("/recordings/{id}", Delete);
    }

    private static IResult List(HttpContext http, StandInState state) => PageRequest.Read(http).Then(page => state.Read(data =>
    {
        var room = http.Request.Query["room_name"].FirstOrDefault();
        return page.Cut(
            data.Recordings.Values.Where(r => r.DeletedAt is null && (room is null || r.RoomName == room)),
            Position,
            id => data.Recordings.TryGetValue(id, out var recording) ? Position(recording) : null,
            recording => recording.ToJson());
    })).Answer(list => new JsonAnswer(list));

    private static IResult Link(string id, HttpContext http, StandInState state, DownloadLinks links, TimeProvider clock) => state.Read(data =>
        Find(data, id, http).Answer(recording =>
        {
            var seconds = DefaultLinkSeconds;
            if (http.Request.Query["valid_for_secs"] is [{ } text, ..]
                && (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) || seconds is < 1 or > int.MaxValue))
                return Refusal.InvalidRequest($"valid_for_secs was '{text}' but should be a number of seconds");
            if (recording.Status != RecordingStatus.Finished)
                return Refusal.InvalidRequest($"recording {id} is {recording.StatusName}; there is a link only when it is finished");

            var expires = clock.GetUtcNow().ToUnixTimeSeconds() + seconds;
            return new JsonAnswer(new JsonObject { ["download_link"] = links.Create(id, expires), ["expires"] = expires });
        }));

    private static IResult Delete(string id, HttpContext http, StandInState state, CallAudioFiles files, TimeProvider clock) => state.Change(data =>
        Find(data, id, http).Then<Recording>(recording =>
        {
            if (recording.Status == RecordingStatus.InProgress)
                return Refusal.InvalidRequest($"recording {id} is in progress and cannot be deleted yet");
            recording.DeletedAt = clock.GetUtcNow();
            return recording;
        })).Answer(_ =>
        {
            files.Delete(id);
            return new JsonAnswer(new JsonObject { ["deleted"] = true, ["id"] = id });
        });

    private static Outcome<Recording> Find(StandInData data, string id, HttpContext http)
    {
        if (data.Recordings.GetValueOrDefault(id) is not { DeletedAt: null } recording) return Refusal.NotFound($"recording {id} not found");
        http.Concerns(recording.RoomName);
        return recording;
    }

    private static PagePosition Position(Recording recording) => new(recording.StartedAt.ToUnixTimeSeconds(), recording.Id);
}
