using Microsoft.Extensions.Diagnostics.HealthChecks;
using Numeroly.Api.Conversations;
using Numeroly.Api.Webhooks;
using Numeroly.Daily;

namespace Numeroly.Api.Observability.Health;

/// <summary>Without Daily no conversation can start; what is on record can still be read and saved to.</summary>
public sealed class DailyHealth(DailyClient daily, WebhookHealth webhook, OrphanCount orphans, TimeProvider time) : IHealthCheck, IDisposable
{
    // Probes come often and from many places; Daily is asked seldom.
    static readonly TimeSpan AskAtMostEvery = TimeSpan.FromSeconds(15);
    static readonly TimeSpan AskAgainWhileDown = TimeSpan.FromSeconds(2);
    static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    readonly SemaphoreSlim turn = new(1, 1);
    DateTimeOffset askedAt;
    string? trouble;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await AskAsync(cancellationToken);
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["webhook"] = webhook.State.ToString().ToLowerInvariant() };
        if (webhook.Why is { } why) data["webhook_trouble"] = why;
        if (orphans.Last is { } orphaned) data["orphan_rooms"] = orphaned;

        if (trouble is not null) return HealthCheckResult.Degraded($"{trouble}; conversations cannot start", data: data);
        if (orphans.Last > 0) return HealthCheckResult.Degraded("there were rooms without a conversation", data: data);
        return webhook.State is WebhookState.Broken
            ? HealthCheckResult.Degraded("does not deliver webhooks; what happens in calls is found by asking", data: data)
            : HealthCheckResult.Healthy(data: data);
    }

    public void Dispose() => turn.Dispose();

    async Task AskAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (time.GetUtcNow() - askedAt < (trouble is null ? AskAtMostEvery : AskAgainWhileDown)) return;
            var answer = await daily.Within(AnswerWithin).Domain.GetAsync(cancellation);
            trouble = answer.Failure?.Kind.ToString();
            askedAt = time.GetUtcNow();
        }
        finally
        {
            turn.Release();
        }
    }
}
