using System.Text.Json.Serialization;

namespace Numeroly.Api.Http;

/// <summary>
/// The ways in which a request can fail. Their names are stable: clients branch on them, and docs/problems.md explains
/// each. The HTTP status and title of each stand in <see cref="Problem"/>.
/// </summary>
public enum ProblemType
{
    [JsonStringEnumMemberName("urn:numeroly:problem:invalid-input")]
    InvalidInput,

    [JsonStringEnumMemberName("urn:numeroly:problem:unauthenticated")]
    Unauthenticated,

    [JsonStringEnumMemberName("urn:numeroly:problem:forbidden")]
    Forbidden,

    [JsonStringEnumMemberName("urn:numeroly:problem:not-found")]
    NotFound,

    [JsonStringEnumMemberName("urn:numeroly:problem:method-not-allowed")]
    MethodNotAllowed,

    [JsonStringEnumMemberName("urn:numeroly:problem:unsupported-media-type")]
    UnsupportedMediaType,

    [JsonStringEnumMemberName("urn:numeroly:problem:too-large")]
    TooLarge,

    [JsonStringEnumMemberName("urn:numeroly:problem:app-too-old")]
    AppTooOld,

    [JsonStringEnumMemberName("urn:numeroly:problem:too-many-requests")]
    TooManyRequests,

    [JsonStringEnumMemberName("urn:numeroly:problem:conversation-ended")]
    ConversationEnded,

    [JsonStringEnumMemberName("urn:numeroly:problem:message-id-taken")]
    MessageIdTaken,

    [JsonStringEnumMemberName("urn:numeroly:problem:idempotency-key-reused")]
    IdempotencyKeyReused,

    [JsonStringEnumMemberName("urn:numeroly:problem:request-under-way")]
    RequestUnderWay,

    [JsonStringEnumMemberName("urn:numeroly:problem:recording-pending")]
    RecordingPending,

    [JsonStringEnumMemberName("urn:numeroly:problem:recording-unavailable")]
    RecordingUnavailable,

    [JsonStringEnumMemberName("urn:numeroly:problem:reading-missing")]
    ReadingMissing,

    [JsonStringEnumMemberName("urn:numeroly:problem:daily-refused")]
    DailyRefused,

    [JsonStringEnumMemberName("urn:numeroly:problem:daily-unauthorized")]
    DailyUnauthorized,

    [JsonStringEnumMemberName("urn:numeroly:problem:daily-unavailable")]
    DailyUnavailable,

    [JsonStringEnumMemberName("urn:numeroly:problem:daily-timed-out")]
    DailyTimedOut,

    [JsonStringEnumMemberName("urn:numeroly:problem:daily-busy")]
    DailyBusy,

    [JsonStringEnumMemberName("urn:numeroly:problem:store-unavailable")]
    StoreUnavailable,

    [JsonStringEnumMemberName("urn:numeroly:problem:store-busy")]
    StoreBusy,

    [JsonStringEnumMemberName("urn:numeroly:problem:internal-error")]
    InternalError,
}
