using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Numeroly.EventStore.Schema;
using Numeroly.EventStore.Signalling;

namespace Numeroly.EventStore.Subscribing;

/// <summary>Runs one subscriber: on whichever node gets the lock, from the last checkpoint on.</summary>
public sealed class Subscription(
    ISubscriber subscriber, StoreDatabase database, StoreReadiness ready, EventFeed feed, StoreSignals signals, ILogger<Subscription> log) : BackgroundService
{
    private const int PageSize = 500;
    private static readonly TimeSpan PollAtLeastEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AskForLockEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ready.WaitAsync(stoppingToken)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenSessionAsync(stoppingToken);
                while (!await TryLockAsync(connection, stoppingToken)) await Task.Delay(AskForLockEvery, stoppingToken);
                await FollowAsync(connection, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogError(fault, "Subscription {Subscription} stopped; it goes on from its checkpoint", subscriber.Name);
                await Task.Delay(PauseAfterFault, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FollowAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var position = await Checkpoint.ReadAsync(connection, subscriber, cancellation);
        while (true)
        {
            var mark = signals.Events.Mark;
            var page = await feed.ReadAsync(position, PageSize, cancellation);
            if (page.Position == position)
            {
                await signals.Events.WaitAsync(mark, PollAtLeastEvery, cancellation);
                continue;
            }

            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await subscriber.HandleAsync(page.Events, transaction, cancellation);
            await Checkpoint.AdvanceAsync(connection, subscriber.Name, position, page.Position, cancellation);
            await transaction.CommitAsync(cancellation);
            position = page.Position;
        }
    }

    // The lock lasts as long as the session; another node takes over when this one's connection ends.
    private async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended('subscription ' || $1, 0))", connection)
        {
            Parameters = { new() { Value = subscriber.Name } },
        };
        return await command.ExecuteScalarAsync(cancellation) is true;
    }
}
