using Microsoft.Extensions.Diagnostics.HealthChecks;
using Numeroly.Api.Conversations;

namespace Numeroly.Api.Observability.Health;

/// <summary>Redis only makes things faster, so without it we are degraded, not down.</summary>
public sealed class RedisHealth(Redis redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!redis.IsConfigured) return HealthCheckResult.Degraded("REDIS_URL is not set; everything comes from the store");
        return await redis.PingAsync()
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("cannot be reached; everything comes from the store");
    }
}
