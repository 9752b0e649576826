using Numeroly.Daily.Resilience;

namespace Numeroly.Daily.Requests;

/// <summary>One of Daily's calls, and what may be done when its answer does not come.</summary>
/// <param name="Name">Its name in metrics, traces and logs.</param>
/// <param name="Effect">What repeating it does.</param>
internal sealed record DailyOperation(string Name, Effect Effect)
{
    /// <summary>Which of Daily's rate limits it counts against.</summary>
    public RateBucketName Bucket { get; init; } = RateBucketName.General;

    /// <summary>What a 404 says here.</summary>
    public DailyFailureKind NotFoundMeans { get; init; } = DailyFailureKind.NotFound;

    /// <summary>At least this long for each attempt, for calls that Daily itself answers slowly.</summary>
    public TimeSpan AttemptTimeoutFloor { get; init; } = TimeSpan.Zero;

    public static DailyOperation Reading(string name) => new(name, Effect.None("it only reads"));
}

/// <summary>What a call changes at Daily, and so whether it may be sent again when its outcome is not known.</summary>
/// <param name="LeavesTrace">Whether a sent call may have changed something.</param>
/// <param name="Repeatable">Whether sending it again does no harm.</param>
/// <param name="Why">The reason, for the reader and for the log.</param>
internal sealed record Effect(bool LeavesTrace, bool Repeatable, string Why)
{
    public static Effect None(string why) => new(LeavesTrace: false, Repeatable: true, why);

    public static Effect SameWhenRepeated(string why) => new(LeavesTrace: true, Repeatable: true, why);

    public static Effect OnceOnly(string why) => new(LeavesTrace: true, Repeatable: false, why);
}
