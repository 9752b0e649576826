using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Numeroly.EventStore.Schema;
using Numeroly.EventStore.Signalling;

namespace Numeroly.EventStore.Messaging;

/// <summary>
/// Finds streams with messages to handle and works through their lines: one after the other within a stream, side by
/// side across streams, each stream on one node only.
/// </summary>
public sealed class MessagePump(
    StoreDatabase database, StoreReadiness ready, MessageLine line, MessageTypes types, StoreSignals signals, MessagingOptions options, ILogger<MessagePump> log)
    : BackgroundService
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(5);
    private readonly ConcurrentDictionary<Guid, Task> _inFlight = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ready.WaitAsync(stoppingToken)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            // Handlers outlive the stop signal for a while, but never the session that holds their locks.
            using var session = new CancellationTokenSource();
            try
            {
                var connection = await database.OpenSessionAsync(stoppingToken);
                await using var locks = new StreamLocks(connection, [.. types.Aliases]);
                try
                {
                    await TakeMessagesAsync(locks, session.Token, stoppingToken);
                }
                finally
                {
                    if (stoppingToken.IsCancellationRequested) await DrainAsync();
                    await session.CancelAsync();
                    await Task.WhenAll(_inFlight.Values);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogWarning(fault, "Messages cannot be taken now; trying again");
                await Task.Delay(PauseAfterFault, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TakeMessagesAsync(StreamLocks locks, CancellationToken session, CancellationToken stopping)
    {
        while (true)
        {
            stopping.ThrowIfCancellationRequested();
            var mark = signals.Messages.Mark;
            var free = options.MaxInFlight - _inFlight.Count;
            // Asked even when none is free: it is how a lost session is noticed.
            var streams = await locks.TakeAsync(Math.Max(0, free), stopping);
            foreach (var stream in streams) Start(stream, locks, session);
            if (streams.Count > 0) continue;

            var nextDue = await locks.NextDueAsync(stopping) ?? options.PollAtLeastEvery;
            var wait = TimeSpan.FromTicks(Math.Clamp(nextDue.Ticks, ShortestWait.Ticks, options.PollAtLeastEvery.Ticks));
            await signals.Messages.WaitAsync(mark, wait, stopping);
        }
    }

    private void Start(Guid stream, StreamLocks locks, CancellationToken session)
    {
        var work = new TaskCompletionSource();
        _inFlight[stream] = work.Task;
        _ = Task.Run(() => WorkAsync(stream, locks, work, session), CancellationToken.None);
    }

    private async Task WorkAsync(Guid stream, StreamLocks locks, TaskCompletionSource work, CancellationToken session)
    {
        try
        {
            await line.WorkThroughAsync(stream, session);
            await locks.ReleaseAsync(stream);
        }
        catch (OperationCanceledException) when (session.IsCancellationRequested)
        {
            log.LogInformation("Left the messages of {StreamId} to others", stream);
        }
        catch (Exception fault)
        {
            // Above all the database: without the lock's release the stream would wait until the session ends.
            log.LogWarning(fault, "Handling the messages of {StreamId} was cut short; they stay in line", stream);
            await ReleaseAfterFaultAsync(stream, locks);
        }
        finally
        {
            _inFlight.TryRemove(stream, out _);
            work.SetResult();
            signals.Messages.Pulse();
        }
    }

    private async Task ReleaseAfterFaultAsync(Guid stream, StreamLocks locks)
    {
        try
        {
            await locks.ReleaseAsync(stream);
        }
        catch (Exception fault) when (fault is NpgsqlException or ObjectDisposedException or InvalidOperationException)
        {
            log.LogWarning("The lock of {StreamId} goes with its session ({Fault})", stream, fault.Message);
        }
    }

    private async Task DrainAsync()
    {
        try
        {
            await Task.WhenAll(_inFlight.Values).WaitAsync(options.DrainFor);
        }
        catch (TimeoutException)
        {
            log.LogInformation("{InFlight} messages were still being handled when this node stopped; another handles them again", _inFlight.Count);
        }
    }
}
