using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Numeroly.Daily.Resilience;

/// <summary>
/// Makes the attempts of a call: waits for its turn under Daily's limits, sends, and repeats what may be repeated
/// (the operation's <see cref="Effect"/> says) with growing, jittered pauses until the deadline.
/// </summary>
internal sealed class Repeating
{
    private static readonly ResiliencePropertyKey<CallProgress> ProgressKey = new(nameof(CallProgress));

    private readonly DailyOptions _options;
    private readonly HttpAttempt _http;
    private readonly RateBuckets _buckets;
    private readonly DailyTelemetry _telemetry;
    private readonly ILogger<DailyClient> _log;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<Attempt> _pipeline;

    public Repeating(
        DailyOptions options,
        HttpAttempt http,
        RateBuckets buckets,
        DailyTelemetry telemetry,
        ILogger<DailyClient> log,
        TimeProvider time)
    {
        (_options, _http, _buckets, _telemetry, _log, _time) = (options, http, buckets, telemetry, log, time);
        var pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = time };
        if (options.Retries > 0)
            pipeline.AddRetry(Strategy());
        _pipeline = pipeline.Build();
    }

    public async Task<Attempt> RunAsync(CallProgress progress, CancellationToken cancellationToken)
    {
        // Ends only the pauses: each attempt keeps to the deadline by itself and says what became of it.
        using var limit = new TimeLimit(progress.Deadline.Remaining, _time, cancellationToken);
        var context = ResilienceContextPool.Shared.Get(limit.Token);
        context.Properties.Set(ProgressKey, progress);
        try
        {
            await _pipeline.ExecuteAsync(
                static (_, call) => call.Self.OnceAsync(call.Progress, call.Caller),
                context,
                (Self: this, Progress: progress, Caller: cancellationToken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The deadline passed during a pause; what the last attempt said is the call's answer.
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        return progress.Conclude(_buckets[progress.Call.Operation.Bucket].Window);
    }

    private async ValueTask<Attempt> OnceAsync(CallProgress progress, CancellationToken cancellationToken)
    {
        var operation = progress.Call.Operation;
        using var turn = await _buckets[operation.Bucket].EnterAsync(progress.Deadline, cancellationToken);
        _telemetry.Waited(operation.Bucket, turn.Wait);
        if (!turn.IsGranted)
        {
            return progress.Record(new DailyFailure(DailyFailureKind.RateLimited, operation.Name)
            {
                Info = "our share of Daily's rate limit is used up for longer than this call may wait",
                RetryAfter = turn.Wait,
            });
        }

        var patience = Longer(_options.AttemptTimeout, operation.AttemptTimeoutFloor);
        var remaining = progress.Deadline.Remaining;
        return progress.Record(await _http.SendAsync(progress.Call, patience < remaining ? patience : remaining, cancellationToken));
    }

    private RetryStrategyOptions<Attempt> Strategy() => new()
    {
        MaxRetryAttempts = _options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = _options.RetryBaseDelay,
        UseJitter = true,
        ShouldHandle = static attempt => ValueTask.FromResult(
            attempt.Outcome.Result?.Failure is { } failure && Progress(attempt.Context).ShouldRepeatAfter(failure)),

        // A Retry-After of nothing still gets the usual pause.
        DelayGenerator = static attempt => ValueTask.FromResult(
            attempt.Outcome.Result?.Failure?.RetryAfter is { } wait && wait > TimeSpan.Zero ? wait : (TimeSpan?)null),
        OnRetry = attempt =>
        {
            var (call, failure) = (Progress(attempt.Context).Call, attempt.Outcome.Result!.Failure!);
            _telemetry.Repeated(call.Operation, failure.Kind);
            _log.LogInformation(
                "Daily {Operation} for room {Room}: attempt {Attempt} ended as {Kind} with status {Status}, again in {Delay}",
                call.Operation.Name, call.Room, attempt.AttemptNumber + 1, failure.Kind, failure.HttpStatus, attempt.RetryDelay);
            return ValueTask.CompletedTask;
        },
    };

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static CallProgress Progress(ResilienceContext context) => context.Properties.GetValue(ProgressKey, defaultValue: null!);
}
