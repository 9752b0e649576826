using Npgsql;
using Numeroly.Api.Store;

namespace Numeroly.Api.Conversations;

/// <summary>Forgets what has served its time: webhook deliveries, and what became of dead letters, after a month.</summary>
public sealed class Housekeeping(NpgsqlDataSource database, StoreReadiness ready, ILogger<Housekeeping> log) : BackgroundService
{
    private const string Forget =
        """
        with dead as (delete from sequencer.messages where died_at < now() - interval '30 days')
        delete from durable.webhook_deliveries where received_at < now() - interval '30 days'
        """;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ready.WaitAsync(stoppingToken)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var command = database.CreateCommand(Forget);
                log.LogInformation("Forgot {Rows} old webhook deliveries and dead messages", await command.ExecuteNonQueryAsync(stoppingToken));
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
