using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Numeroly.Api.Store;

namespace Numeroly.Api.Observability.Health;

/// <summary>The one dependency without which nothing works.</summary>
public sealed class StoreHealth(NpgsqlDataSource database, StoreReadiness ready) : IHealthCheck
{
    private const string Waiting =
        """
        select count(*),
               coalesce(extract(epoch from now() - min(coalesce(published_at, entered_at))), 0)::double precision,
               (select count(*) from wolverine.wolverine_dead_letters)
        from sequencer.messages where died_at is null and (published_at is null or published_at <= now())
        """;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!ready.IsReady) return HealthCheckResult.Unhealthy("not reached yet");
        try
        {
            await using var command = database.CreateCommand(Waiting);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            var data = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["fsync"] = ready.Durability!.Fsync,
                ["full_page_writes"] = ready.Durability.FullPageWrites,
                ["synchronous_commit"] = ready.Durability.SynchronousCommit,
                ["messages_due"] = reader.GetInt64(0),
                ["oldest_message_seconds"] = Math.Round(reader.GetDouble(1), 3),
                ["dead_letters"] = reader.GetInt64(2),
            };
            return data["dead_letters"] is > 0L
                ? HealthCheckResult.Degraded("there are dead letters; see docs/operations.md", data: data)
                : HealthCheckResult.Healthy(data: data);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("cannot be reached");
        }
    }
}
