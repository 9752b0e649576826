using Numeroly.Daily.Requests;

namespace Numeroly.Daily.Resilience;

/// <summary>
/// Repeats a request that failed, where that may help and does no harm (the operation's <see cref="Effect"/> says), with
/// growing, jittered pauses until the call's deadline.
/// </summary>
/// <exception cref="DailyFailedException">The last failure, which remembers an effect that an earlier attempt may have had.</exception>
internal sealed class RepeatingHandler(DailyOptions options, RateBuckets buckets, DailyTelemetry telemetry, TimeProvider time)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = DailyCall.Of(request);
        if (call.Deadline.Remaining == TimeSpan.Zero)
            throw new DailyFailedException(new(DailyFailureKind.TimedOut, call.Operation.Name) { Info = "no time was left to ask" });

        for (var mayHaveHappened = false; ;)
        {
            try
            {
                call.Attempts++;
                return await base.SendAsync(request, cancellationToken);
            }
            catch (DailyFailedException failed)
            {
                var failure = failed.Failure;
                mayHaveHappened |= failure.MayHaveHappened;
                if (!ShouldRepeat(call, failure) || !await PauseAsync(call, failure, cancellationToken))
                    throw new DailyFailedException(Conclude(call, failure with { MayHaveHappened = mayHaveHappened }));
            }
        }
    }

    private bool ShouldRepeat(DailyCall call, DailyFailure failure) =>
        call.Attempts <= options.Retries
        && MayPass(failure)
        && (call.Operation.Effect.Repeatable || !failure.MayHaveHappened)
        && (failure.RetryAfter ?? TimeSpan.Zero) < call.Deadline.Remaining;

    // Without a status it is our own limiter that refused, and it knows that no time is left to wait.
    private static bool MayPass(DailyFailure failure) => failure.Kind switch
    {
        DailyFailureKind.RateLimited => failure.HttpStatus is not null,
        DailyFailureKind.Unavailable or DailyFailureKind.TimedOut or DailyFailureKind.AnswerLost => true,
        _ => false,
    };

    /// <returns>Whether there is still time when the pause is over.</returns>
    private async Task<bool> PauseAsync(DailyCall call, DailyFailure failure, CancellationToken cancellationToken)
    {
        // A Retry-After of nothing still gets the usual pause.
        var pause = failure.RetryAfter is { } wait && wait > TimeSpan.Zero ? wait : Backoff(call.Attempts);
        telemetry.Repeats(call, failure, pause);
        var remaining = call.Deadline.Remaining;
        await Task.Delay(pause < remaining ? pause : remaining, time, cancellationToken);
        return pause < remaining;
    }

    private TimeSpan Backoff(int attempts) => options.RetryBaseDelay * (Math.Pow(2, attempts - 1) * (0.5 + Random.Shared.NextDouble()));

    // Daily documents no Retry-After; after one window of the limit there is room again.
    private DailyFailure Conclude(DailyCall call, DailyFailure failure) =>
        failure is { Kind: DailyFailureKind.RateLimited, RetryAfter: null }
            ? failure with { RetryAfter = buckets[call.Operation.Bucket].Window }
            : failure;
}
