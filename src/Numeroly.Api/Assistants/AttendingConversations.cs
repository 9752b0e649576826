using System.Collections.Concurrent;
using Npgsql;
using Numeroly.Api.Store;
using Numeroly.Assistant;

namespace Numeroly.Api.Assistants;

/// <summary>Has assistants attend the conversations that wait for one, as many at once as this process has places.</summary>
public sealed class AttendingConversations(
    StoreDatabase database, StoreReadiness ready, Attendant attendant, SummonsWatch watch, AssistantOptions options, ILogger<AttendingConversations> log)
    : BackgroundService
{
    private static readonly TimeSpan LookAtLeastEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DrainFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, Task> _attended = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ready.WaitAsync(stoppingToken)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            // Assistants outlive the stop signal for a while, but never the session that holds their locks.
            using var held = new CancellationTokenSource();
            try
            {
                await using var summons = new Summons(await database.OpenSessionAsync(stoppingToken));
                try
                {
                    await TakeAsync(summons, held.Token, stoppingToken);
                }
                finally
                {
                    if (stoppingToken.IsCancellationRequested) await DrainAsync();
                    await held.CancelAsync();
                    await Task.WhenAll(_attended.Values);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogWarning(fault, "Conversations cannot be attended now; trying again");
                await Task.Delay(PauseAfterFault, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TakeAsync(Summons summons, CancellationToken held, CancellationToken stopping)
    {
        while (true)
        {
            stopping.ThrowIfCancellationRequested();
            var mark = watch.News.Mark;
            // Asked even when no place is free: it is how a lost session is noticed.
            var taken = await summons.TakeAsync(Math.Max(0, options.MostConversations - _attended.Count), stopping);
            foreach (var summoned in taken) Start(summoned, summons, held);
            if (taken.Count == 0) await watch.News.WaitAsync(mark, LookAtLeastEvery, stopping);
        }
    }

    private void Start(Summoned summoned, Summons summons, CancellationToken held)
    {
        var work = new TaskCompletionSource();
        _attended[summoned.ConversationId] = work.Task;
        _ = Task.Run(() => AttendAsync(summoned, summons, work, held), CancellationToken.None);
    }

    private async Task AttendAsync(Summoned summoned, Summons summons, TaskCompletionSource work, CancellationToken held)
    {
        using var scope = log.BeginScope(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["ConversationId"] = summoned.ConversationId,
            ["CorrelationId"] = summoned.Causes.CorrelationId,
        });
        try
        {
            var isOver = await attendant.AttendAsync(summoned, held);
            await summons.LetGoAsync(summoned.ConversationId, isOver);
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            log.LogInformation("Left the conversation to others");
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Attending was cut short; another assistant may go on");
            await LetGoAfterFaultAsync(summoned.ConversationId, summons);
        }
        finally
        {
            _attended.TryRemove(summoned.ConversationId, out _);
            work.SetResult();
            watch.News.Pulse();
        }
    }

    private async Task LetGoAfterFaultAsync(Guid conversation, Summons summons)
    {
        try
        {
            await Task.Delay(PauseAfterFault, CancellationToken.None);
            await summons.LetGoAsync(conversation, isOver: false);
        }
        catch (Exception fault) when (fault is NpgsqlException or ObjectDisposedException or InvalidOperationException)
        {
            log.LogWarning("The conversation's lock goes with its session ({Fault})", fault.Message);
        }
    }

    private async Task DrainAsync()
    {
        try
        {
            await Task.WhenAll(_attended.Values).WaitAsync(DrainFor);
        }
        catch (TimeoutException)
        {
            log.LogInformation("{Attended} conversations were still attended when this process stopped; others go on with them", _attended.Count);
        }
    }
}

/// <summary>Wakes whoever looks for conversations to attend, when one has begun.</summary>
public sealed class SummonsWatch : IStreamObserver
{
    // A conversation starts with its room and the person's token.
    private const long VersionAtStart = 2;

    public Signal News { get; } = new();

    public void Moved(StreamMoved moved, bool here)
    {
        if (moved.Version <= VersionAtStart) News.Pulse();
    }
}
