namespace Numeroly.Daily.Resilience;

/// <summary>What is known of a call while its attempts go on.</summary>
internal sealed class CallProgress(DailyCall call, Deadline deadline)
{
    public DailyCall Call => call;

    public Deadline Deadline => deadline;

    public int Attempts { get; private set; }

    public Attempt? Last { get; private set; }

    private bool MayHaveHappened { get; set; }

    public Attempt Record(Attempt attempt)
    {
        Attempts++;
        MayHaveHappened |= attempt.Failure?.MayHaveHappened == true;
        return Last = attempt;
    }

    /// <summary>Whether the failure may pass and asking again does no harm and can still be in time.</summary>
    public bool ShouldRepeatAfter(DailyFailure failure) =>
        MayPass(failure)
        && (call.Operation.Effect.Repeatable || !failure.MayHaveHappened)
        && (failure.RetryAfter ?? TimeSpan.Zero) < deadline.Remaining;

    /// <summary>The call's answer: an effect that an earlier attempt may have had is not forgotten by a later refusal.</summary>
    public Attempt Conclude(TimeSpan limitWindow)
    {
        if (Last is null)
            return new DailyFailure(DailyFailureKind.TimedOut, call.Operation.Name) { Info = "no time was left to ask" };
        if (Last.Failure is not { } failure)
            return Last;

        // Daily documents no Retry-After; after one window of the limit there is room again.
        var retryAfter = failure.Kind == DailyFailureKind.RateLimited ? failure.RetryAfter ?? limitWindow : failure.RetryAfter;
        return failure with { MayHaveHappened = MayHaveHappened, RetryAfter = retryAfter };
    }

    // Without a status it is our own limiter that refused, and it knows that no time is left to wait.
    private static bool MayPass(DailyFailure failure) => failure.Kind switch
    {
        DailyFailureKind.RateLimited => failure.HttpStatus is not null,
        DailyFailureKind.Unavailable or DailyFailureKind.TimedOut or DailyFailureKind.AnswerLost => true,
        _ => false,
    };
}
