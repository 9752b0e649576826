using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Numeroly.Daily.Resilience;

/// <summary>What traces and metrics say about calls to Daily.</summary>
internal sealed class DailyTelemetry
{
    private static readonly ActivitySource Source = new(DailyDiagnostics.Name);

    private readonly Counter<long> _calls;
    private readonly Counter<long> _repetitions;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _limiterWait;

    public DailyTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(DailyDiagnostics.Name);
        _calls = meter.CreateCounter<long>("daily.calls", "{call}", "Calls to Daily, by operation and outcome");
        _repetitions = meter.CreateCounter<long>("daily.repetitions", "{request}", "Requests sent again, by operation and the failure before");
        _duration = meter.CreateHistogram<double>("daily.call.duration", "s", "Duration of calls with all waiting and repeating");
        _limiterWait = meter.CreateHistogram<double>("daily.limiter.wait", "s", "Waiting for a turn under Daily's rate limits");
    }

    public static Activity? Begin(DailyCall call) =>
        Source.StartActivity(call.Operation.Name, ActivityKind.Client)?
            .SetTag("daily.operation", call.Operation.Name)
            .SetTag("daily.room", call.Room);

    /// <param name="activity">What <see cref="Begin"/> gave.</param>
    /// <param name="progress">The call.</param>
    /// <param name="outcome">Success, Cancelled, or the kind of failure.</param>
    /// <param name="duration">From first to last.</param>
    public void Ended(Activity? activity, CallProgress progress, string outcome, TimeSpan duration)
    {
        var tags = new TagList
        {
            { "daily.operation", progress.Call.Operation.Name },
            { "daily.outcome", outcome },
        };
        _calls.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);

        activity?.SetTag("daily.outcome", outcome)
            .SetTag("daily.attempts", progress.Attempts)
            .SetTag("http.response.status_code", progress.Last?.Failure?.HttpStatus)
            .SetStatus(outcome is "Success" ? ActivityStatusCode.Ok : ActivityStatusCode.Error, outcome);
    }

    public void Repeated(DailyOperation operation, DailyFailureKind after) =>
        _repetitions.Add(1, new("daily.operation", operation.Name), new("daily.outcome", after.ToString()));

    public void Waited(RateBucketName bucket, TimeSpan wait) =>
        _limiterWait.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("daily.bucket", bucket.ToString()));
}
