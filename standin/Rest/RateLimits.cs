namespace Numeroly.StandIn.Rest;

/// <summary>Counts calls in sliding windows and answers 429 <c>rate-limit-error</c> beyond a budget. Refused calls do not count.</summary>
internal sealed class RateLimits(StandInOptions options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _recent = [];

    public bool Allows(RateBudget budget)
    {
        if (!options.RateLimits.Enabled) return true;
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (!_recent.TryGetValue(budget.Name, out var calls)) _recent[budget.Name] = calls = new();
            while (calls.TryPeek(out var oldest) && oldest <= now - budget.Per) calls.Dequeue();
            if (calls.Count >= budget.Calls * options.RateLimits.Scale) return false;
            calls.Enqueue(now);
            return true;
        }
    }
}

internal static class RateLimitMiddleware
{
    public static void UseRateLimits(this IApplicationBuilder app, RateLimits limits) => app.Use((http, next) =>
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint) return next(http);
        var budget = endpoint.Metadata.GetMetadata<RateBudget>()
            ?? RateBudget.General($"{http.Request.Method} {endpoint.RoutePattern.RawText}");
        return limits.Allows(budget) ? next(http) : Refusal.TooManyRequests.ExecuteAsync(http);
    });
}
