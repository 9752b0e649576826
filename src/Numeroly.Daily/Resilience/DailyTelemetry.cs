using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Numeroly.Daily.Requests;

namespace Numeroly.Daily.Resilience;

/// <summary>What traces, metrics and logs say about calls to Daily.</summary>
internal sealed class DailyTelemetry
{
    private static readonly ActivitySource Source = new(DailyDiagnostics.Name);

    private readonly ILogger<DailyClient> _log;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _repetitions;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _limiterWait;

    public DailyTelemetry(IMeterFactory meters, ILogger<DailyClient> log)
    {
        var meter = meters.Create(DailyDiagnostics.Name);
        _log = log;
        _calls = meter.CreateCounter<long>("daily.calls", "{call}", "Calls to Daily, by operation and outcome");
        _repetitions = meter.CreateCounter<long>("daily.repetitions", "{request}", "Requests sent again, by operation and last failure");
        _duration = meter.CreateHistogram<double>("daily.call.duration", "s", "Duration of calls with all waiting and repeating");
        _limiterWait = meter.CreateHistogram<double>("daily.limiter.wait", "s", "Waiting for a turn under Daily's rate limits");
    }

    public static Activity? Begin(DailyCall call) =>
        Source.StartActivity(call.Operation.Name, ActivityKind.Client)?
            .SetTag("daily.operation", call.Operation.Name)
            .SetTag("daily.room", call.Room);

    public void Waited(RateBucketName bucket, TimeSpan wait) =>
        _limiterWait.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("daily.bucket", bucket.ToString()));

    public void Repeats(DailyCall call, DailyFailure failure, TimeSpan pause)
    {
        _repetitions.Add(1, new("daily.operation", call.Operation.Name), new("daily.outcome", failure.Kind.ToString()));
        _log.LogInformation(
            "Daily {Operation} for room {Room}: attempt {Attempt} ended as {Kind} with status {Status}, again in {Delay}",
            call.Operation.Name, call.Room, call.Attempts, failure.Kind, failure.HttpStatus, pause);
    }

    /// <param name="activity">What <see cref="Begin"/> gave.</param>
    /// <param name="call">The call.</param>
    /// <param name="failure">Null when it succeeded.</param>
    /// <param name="duration">From first to last.</param>
    public void Ended(Activity? activity, DailyCall call, DailyFailure? failure, TimeSpan duration)
    {
        Count(activity, call, failure?.Kind.ToString() ?? "Success", duration);
        activity?.SetTag("http.response.status_code", failure?.HttpStatus)
            .SetStatus(failure is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, failure?.Kind.ToString());
        if (failure is null)
            _log.LogDebug("Daily {Operation} for room {Room} done on attempt {Attempt}", call.Operation.Name, call.Room, call.Attempts);
        else
            Log(call, failure);
    }

    /// <summary>The caller did not wait for the end.</summary>
    public void Cancelled(Activity? activity, DailyCall call, TimeSpan duration)
    {
        Count(activity, call, "Cancelled", duration);
        activity?.SetStatus(ActivityStatusCode.Error, "Cancelled");
    }

    private void Count(Activity? activity, DailyCall call, string outcome, TimeSpan duration)
    {
        var tags = new TagList { { "daily.operation", call.Operation.Name }, { "daily.outcome", outcome } };
        _calls.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);
        activity?.SetTag("daily.outcome", outcome).SetTag("daily.attempts", call.Attempts);
    }

    private void Log(DailyCall call, DailyFailure failure)
    {
        var operation = call.Operation;

        // Daily's own text may quote what was sent; the network's cannot.
        var detail = failure.HttpStatus is null ? failure.Info : failure.Error;
        _log.Log(
            Level(failure.Kind),
            "Daily {Operation} for room {Room} failed on attempt {Attempt} as {Kind} with status {Status}: {Detail}",
            operation.Name, call.Room, call.Attempts, failure.Kind, failure.HttpStatus, detail);
        if (failure.MayHaveHappened && !operation.Effect.Repeatable)
        {
            _log.LogWarning(
                "Daily {Operation} for room {Room} may have happened and is not repeated: {Reason}",
                operation.Name, call.Room, operation.Effect.Why);
        }
    }

    private static LogLevel Level(DailyFailureKind kind) => kind switch
    {
        DailyFailureKind.NotFound or DailyFailureKind.NoCallRunning => LogLevel.Information,
        DailyFailureKind.Unauthorized => LogLevel.Error,
        _ => LogLevel.Warning,
    };
}
