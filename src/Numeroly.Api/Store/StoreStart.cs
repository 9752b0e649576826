using Npgsql;
using Numeroly.Api.Store.TakingOver;
using Wolverine.Runtime;

namespace Numeroly.Api.Store;

/// <summary>
/// Brings the schema up to date, asserts that acknowledged is durable, and then, where messages are handled, starts Wolverine
/// and takes over what the version before left. While the database is away it keeps trying, and requests get a problem that
/// says so.
/// </summary>
public sealed class StoreStart(
    SchemaUpdate schema,
    NpgsqlDataSource database,
    StoreReadiness ready,
    IWolverineRuntime wolverine,
    StoreBefore before,
    MessagesHandledHere handled,
    NodeLease lease,
    IHostApplicationLifetime lifetime,
    ILogger<StoreStart> log) : BackgroundService
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);

    private bool _isWolverineStarted;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_isWolverineStarted) await ((IHostedService)wolverine).StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var isRunning = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await schema.ApplyAsync(stoppingToken);
                var durability = await Durability.ReadAsync(database, stoppingToken);
                if (!durability.IsGuaranteed())
                {
                    log.LogCritical("PostgreSQL would lose acknowledged data in a crash ({Durability}). Switch fsync, full_page_writes and synchronous_commit on", durability);
                    lifetime.StopApplication();
                    return;
                }

                if (handled.AreAny)
                {
                    await lease.HeldAsync(stoppingToken);
                    _isWolverineStarted = true;
                    if (!isRunning) await ((IHostedService)wolverine).StartAsync(stoppingToken);
                    isRunning = true;
                    await before.TakeOverAsync(stoppingToken);
                }

                ready.Set(durability);
                return;
            }
            catch (Exception fault) when (DatabaseTrouble.IsAway(fault) || fault is TimeoutException or IOException)
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

/// <summary>Whether this process handles messages. An assistant's does not.</summary>
public sealed record MessagesHandledHere(bool AreAny);
