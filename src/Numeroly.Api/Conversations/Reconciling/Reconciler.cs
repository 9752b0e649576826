using Microsoft.Extensions.Options;
using Npgsql;
using Numeroly.Api.Store;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Compares our conversations with Daily's rooms and calls, on one node at a time, and repairs what differs: both sides
/// must agree on what is alive.
/// </summary>
public sealed class Reconciler(
    StoreDatabase database,
    StoreReadiness ready,
    RoomComparison rooms,
    PresenceComparison presence,
    StalledEndings stalled,
    IOptions<ReconcilingOptions> options,
    ILogger<Reconciler> log) : BackgroundService
{
    private const long OneNodeAtATime = 0x4E756D6572656301;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ready.WaitAsync(stoppingToken)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var session = await database.OpenSessionAsync(stoppingToken);
                while (true)
                {
                    if (await TryLockAsync(session, stoppingToken)) await RunAsync(stoppingToken);
                    await Task.Delay(options.Value.Every, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogWarning(fault, "Reconciling with Daily was cut short; trying again");
            }

            await Task.Delay(options.Value.Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        await rooms.RunAsync(cancellation);
        await presence.RunAsync(cancellation);
        await stalled.RunAsync(cancellation);
    }

    // Taken again each round: it shows that the session still lives, and the lock with it.
    private static async Task<bool> TryLockAsync(NpgsqlConnection session, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", session) { Parameters = { new() { Value = OneNodeAtATime } } };
        return await command.ExecuteScalarAsync(cancellation) is true;
    }
}
