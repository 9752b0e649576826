using Microsoft.Extensions.Diagnostics.HealthChecks;
using Numeroly.Api.Conversations;
using Numeroly.Api.Webhooks;
using Numeroly.Daily;

namespace Numeroly.Api.Observability.Health;

/// <summary>Without Daily no conversation can start; what is on record can still be read and saved to.</summary>
public sealed class DailyHealth(DailyClient daily, WebhookHealth webhook, OrphanCount orphans, TimeProvider time) : IHealthCheck, IDisposable
{
    // Probes come often and from many places; Daily is asked seldom.
    private static readonly TimeSpan AskAtMostEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AskAgainWhileDown = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _askedAt;
    private string? _trouble;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await AskAsync(cancellationToken);
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["webhook"] = webhook.State.ToString().ToLowerInvariant() };
        if (webhook.Why is { } why) data["webhook_trouble"] = why;
        if (orphans.Last is { } orphaned) data["orphan_rooms"] = orphaned;

        if (_trouble is not null) return HealthCheckResult.Degraded($"{_trouble}; conversations cannot start", data: data);
        if (orphans.Last > 0) return HealthCheckResult.Degraded("there were rooms without a conversation", data: data);
        return webhook.State is WebhookState.Broken
            ? HealthCheckResult.Degraded("does not deliver webhooks; what happens in calls is found by asking", data: data)
            : HealthCheckResult.Healthy(data: data);
    }

    public void Dispose() => _turn.Dispose();

    private async Task AskAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (time.GetUtcNow() - _askedAt < (_trouble is null ? AskAtMostEvery : AskAgainWhileDown)) return;
            var answer = await daily.Within(AnswerWithin).Domain.GetAsync(cancellation);
            _trouble = answer.Failure?.Kind.ToString();
            _askedAt = time.GetUtcNow();
        }
        finally
        {
            _turn.Release();
        }
    }
}
