using Npgsql;
using Numeroly.EventStore.Schema;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Brings the schema up to date and asserts that acknowledged is durable, before anything else touches the database.
/// While the database is away it keeps trying, and requests get a problem that says so.
/// </summary>
public sealed class StorePreparation(
    SchemaInstaller installer, NpgsqlDataSource database, StoreReadiness ready, IHostApplicationLifetime lifetime, ILogger<StorePreparation> log) : BackgroundService
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await installer.InstallAsync(ConversationRegistration.Schema, stoppingToken);
                var durability = await Durability.ReadAsync(database, stoppingToken);
                if (!durability.IsGuaranteed())
                {
                    log.LogCritical("PostgreSQL would lose acknowledged data in a crash ({Durability}). Switch fsync, full_page_writes and synchronous_commit on", durability);
                    lifetime.StopApplication();
                    return;
                }

                ready.Set(durability);
                return;
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
            {
                log.LogWarning("The database cannot be prepared yet: {Fault}", fault.Message);
                await Task.Delay(TryAgainAfter, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
