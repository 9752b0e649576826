using Npgsql;
using Numeroly.EventStore.Idempotency;
using Numeroly.EventStore.Schema;

namespace Numeroly.Api.Conversations;

/// <summary>Forgets what has served its time: kept answers after a day, webhook deliveries after a month.</summary>
public sealed class Housekeeping(IdempotencyKeys keys, NpgsqlDataSource database, StoreReadiness ready, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ready.WaitAsync(stoppingToken)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var answers = await keys.ForgetOldAsync(stoppingToken);
                await using var command = database.CreateCommand("delete from durable.webhook_deliveries where received_at < now() - interval '30 days'");
                var deliveries = await command.ExecuteNonQueryAsync(stoppingToken);
                log.LogInformation("Forgot {Answers} kept answers and {Deliveries} webhook deliveries", answers, deliveries);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
            {
                log.LogWarning("Housekeeping waits for the next hour: {Fault}", fault.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
