using Numeroly.Daily.Requests;

namespace Numeroly.Daily.Resilience;

/// <summary>Lets each request out in its turn under Daily's limits, or not at all where its call has no time for the wait.</summary>
internal sealed class RateLimitHandler(RateBuckets buckets, DailyTelemetry telemetry) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = DailyCall.Of(request);
        var bucket = call.Operation.Bucket;
        using var turn = await buckets[bucket].EnterAsync(call.Deadline, cancellationToken);
        telemetry.Waited(bucket, turn.Wait);
        if (turn.IsGranted)
            return await base.SendAsync(request, cancellationToken);
        throw new DailyFailedException(new DailyFailure(DailyFailureKind.RateLimited, call.Operation.Name)
        {
            Info = "our share of Daily's rate limit is used up for longer than this call may wait",
            RetryAfter = turn.Wait,
        });
    }
}
