using System.Collections.Concurrent;
using System.Diagnostics;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Subscriptions;

namespace Numeroly.Engines;

/// <summary>Follows by Marten's daemon: notes what it gets in the transaction that notes how far it is.</summary>
public sealed class Consumer : SubscriptionBase
{
    private readonly ConcurrentDictionary<Guid, long> _came = new();

    public Consumer() => Name = "consumer";

    public override Task<IChangeListener> ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var stored in page.Events) _came.TryAdd(stored.Id, now);
        operations.QueueSqlCommand("insert into trial.consumed (seq) select unnest(?::bigint[])", page.Events.Select(stored => stored.Sequence).ToArray());
        return Task.FromResult(NullChangeListener.Instance);
    }

    /// <summary>From an event's commit until it came; null for one that did not.</summary>
    public TimeSpan? Lag(Guid id, long committed) => _came.TryGetValue(id, out var came) ? Stopwatch.GetElapsedTime(committed, came) : null;
}
