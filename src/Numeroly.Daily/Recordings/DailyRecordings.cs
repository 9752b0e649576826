using Numeroly.Daily.Requests;
using Numeroly.Daily.Resilience;

namespace Numeroly.Daily.Recordings;

/// <summary>Recordings: https://docs.daily.co/reference/rest-api/recordings/config.</summary>
public sealed class DailyRecordings
{
    private const string GetLink = "recordings.access-link";

    private static readonly DailyOperation List = DailyOperation.Reading("recordings.list") with { Bucket = RateBucketName.RecordingList };

    private static readonly DailyOperation Delete = new("recordings.delete", Effect.SameWhenRepeated(
        "a recording that is gone stays gone, and the answer 404 says so"));

    private readonly DailyCaller _caller;

    internal DailyRecordings(DailyCaller caller) => _caller = caller;

    /// <summary>One page of the recordings of a room, or of the whole domain. Daily allows few of these calls.</summary>
    /// <param name="room">The room; null for all.</param>
    /// <param name="page">Which part.</param>
    public Task<DailyResult<Page<Recording>>> ListAsync(string? room, PageRequest page, CancellationToken cancellationToken) =>
        ListAsync(_caller, room, page, _caller.StartClock(), cancellationToken);

    /// <summary>All pages, one after the other. A page that fails is given as such and is the last.</summary>
    public IAsyncEnumerable<DailyResult<Page<Recording>>> ListAllAsync(string? room, CancellationToken cancellationToken) =>
        Paging.AllAsync((page, token) => ListAsync(room, page, token), cancellationToken);

    public Task<DailyResult<Recording>> GetAsync(string id, CancellationToken cancellationToken) =>
        _caller.ReadAsync("recordings.get", (api, call) => api.GetRecording(id, call, cancellationToken), wire => wire.ToRecording());

    /// <summary>
    /// A link to the file. Daily sometimes answers 200 with an error text in the link's place; that is
    /// <see cref="DailyFailureKind.Refused"/> with the text as its info.
    /// </summary>
    /// <param name="id">The recording's.</param>
    /// <param name="validFor">How long it should work; null for Daily's default of an hour. Whole seconds.</param>
    public async Task<DailyResult<RecordingLink>> GetLinkAsync(string id, TimeSpan? validFor, CancellationToken cancellationToken)
    {
        var answer = await _caller.ReadAsync(
            GetLink, (api, call) => api.GetRecordingLink(id, validFor, call, cancellationToken), wire => wire);
        if (!answer.IsSuccess)
            return answer.Failure;

        var link = answer.Value.DownloadLink;
        return Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? new RecordingLink(new Secret(link), answer.Value.Expires)
            : new DailyFailure(DailyFailureKind.Refused, GetLink) { HttpStatus = 200, Info = link ?? "the answer has no link" };
    }

    /// <summary>Deletes the recording; a file in a bucket of our own stays. One that is not there counts as deleted.</summary>
    public Task<DailyResult<Deleted>> DeleteAsync(string id, CancellationToken cancellationToken) =>
        _caller.DeleteAsync(Delete, (api, call) => api.DeleteRecording(id, call, cancellationToken));

    internal static Task<DailyResult<Page<Recording>>> ListAsync(
        DailyCaller caller, string? room, PageRequest page, Deadline deadline, CancellationToken cancellationToken) => caller.AskAsync(
        List,
        (api, call) => api.ListRecordings(room, page, call, cancellationToken),
        list => list.ToPage(page, wire => wire.ToRecording(), recording => recording.Id),
        room,
        deadline);
}

internal sealed record RecordingLinkWire(string? DownloadLink, DateTimeOffset? Expires);
