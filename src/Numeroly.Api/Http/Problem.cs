using System.Text.Json.Serialization;

namespace Numeroly.Api.Http;

/// <summary>The body of every answer that is not a success (RFC 9457).</summary>
/// <param name="Type">Stable: what clients branch on.</param>
/// <param name="Title">The same for all problems of the type.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened this time, and what to change.</param>
/// <param name="Errors">For invalid input: the field (in the body, the query or a header) and what is allowed there.</param>
/// <param name="RetryAfterSeconds">When asking again makes sense, as in the Retry-After header.</param>
/// <param name="CorrelationId">Names this request in our logs.</param>
public sealed record Problem(
    ProblemType Type,
    string Title,
    int Status,
    string? Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RetryAfterSeconds = null,
    string? CorrelationId = null)
{
    public static Problem Of(ProblemType type, string? detail = null, TimeSpan? retryAfter = null)
    {
        var (status, title) = Shape(type);
        return new Problem(type, title, status, detail, RetryAfterSeconds: retryAfter is { } wait ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : null);
    }

    private static (int Status, string Title) Shape(ProblemType type) => type switch
    {
        ProblemType.InvalidInput => (400, "Something in the request is not allowed."),
        ProblemType.Unauthenticated => (401, "A valid access token is needed."),
        ProblemType.Forbidden => (403, "The access token does not allow this."),
        ProblemType.NotFound => (404, "There is no such thing, or it is not yours."),
        ProblemType.MethodNotAllowed => (405, "This address does not take that method."),
        ProblemType.ConversationEnded => (409, "The conversation has ended."),
        ProblemType.MessageIdTaken => (409, "The message id is taken."),
        ProblemType.RequestUnderWay => (409, "The same request is still being worked on."),
        ProblemType.RecordingPending => (409, "The recording is not ready yet."),
        ProblemType.RecordingUnavailable => (409, "There is no recording."),
        ProblemType.ReadingMissing => (409, "The conversation is about nobody whose numbers can be read."),
        ProblemType.TooLarge => (413, "The request is too large."),
        ProblemType.UnsupportedMediaType => (415, "The body must be JSON."),
        ProblemType.IdempotencyKeyReused => (422, "The idempotency key was used for another request."),
        ProblemType.AppTooOld => (426, "This version of the app is too old."),
        ProblemType.TooManyRequests => (429, "Too many requests."),
        ProblemType.DailyRefused => (502, "Daily refused what we asked for."),
        ProblemType.DailyUnauthorized => (502, "Daily does not accept our key."),
        ProblemType.DailyUnavailable => (503, "Daily cannot be reached."),
        ProblemType.DailyTimedOut => (503, "Daily did not answer in time."),
        ProblemType.DailyBusy => (503, "Daily takes no more requests for now."),
        ProblemType.StoreUnavailable => (503, "The database cannot be reached."),
        ProblemType.StoreBusy => (503, "Too many changes to one conversation at once."),
        ProblemType.InternalError => (500, "Something went wrong on our side."),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Every problem type has its status and title."),
    };
}
