namespace Numeroly.Daily;

/// <summary>
/// The ways in which a call to Daily fails. They follow Daily's error page and what a network can do;
/// criterion 11 gives each its outcome.
/// </summary>
public enum DailyFailureKind
{
    /// <summary>400 and other 4xx: Daily will not do this, however often it is asked.</summary>
    Refused,

    /// <summary>400 <c>authorization-header-error</c>, 401 or 403: the API key is missing, wrong or not allowed this.</summary>
    Unauthorized,

    /// <summary>404: there is no such room, recording, meeting or webhook.</summary>
    NotFound,

    /// <summary>404 from a call that acts on a running call: nobody is in the room, or there is no such room.
    /// Daily answers both alike, and for up to about 15 s after somebody joined.</summary>
    NoCallRunning,

    /// <summary>429, or our own share of Daily's limits would not let the call out within its budget.</summary>
    RateLimited,

    /// <summary>5xx, or no connection could be made.</summary>
    Unavailable,

    /// <summary>No answer within the time allowed.</summary>
    TimedOut,

    /// <summary>The connection broke after the request went out and before its answer was read.</summary>
    AnswerLost,

    /// <summary>An answer came that is not what Daily documents.</summary>
    Malformed,
}

/// <summary>
/// Why a call to Daily gave no value. Carries no key and no token.
/// </summary>
/// <param name="Kind">The named outcome.</param>
/// <param name="Operation">The call, such as <c>rooms.create</c>.</param>
public sealed record DailyFailure(DailyFailureKind Kind, string Operation)
{
    /// <summary>
    /// Whether Daily may have done what was asked, in this attempt or in an earlier one of the same call.
    /// Always false for calls that change nothing.
    /// </summary>
    public bool MayHaveHappened { get; init; }

    /// <summary>The HTTP status of the last answer; null when none came or none was asked for.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Daily's stable <c>error</c> word, such as <c>invalid-request-error</c>.</summary>
    public string? Error { get; init; }

    /// <summary>Text for a person: Daily's <c>info</c>, or what the network said. Its wording changes; do not branch on it.</summary>
    public string? Info { get; init; }

    /// <summary>How long to wait before asking again, where that is known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same call may succeed later without anything being changed.</summary>
    public bool IsTemporary => Kind
        is DailyFailureKind.RateLimited
        or DailyFailureKind.Unavailable
        or DailyFailureKind.TimedOut
        or DailyFailureKind.AnswerLost
        or DailyFailureKind.NoCallRunning;
}
