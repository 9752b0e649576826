using System.Collections.Concurrent;
using System.Diagnostics;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Subscriptions;

namespace Numeroly.Bench.FollowDelay;

/// <summary>Does nothing but note when the daemon gave it each event.</summary>
internal sealed class Subscriber : ISubscription
{
    private readonly ConcurrentDictionary<(Guid Stream, long Version), long> _seen = new();

    public bool Has((Guid Stream, long Version) stored) => _seen.ContainsKey(stored);

    public long When((Guid Stream, long Version) stored) => _seen[stored];

    public Task<IChangeListener> ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var stored in page.Events) _seen.TryAdd((stored.StreamId, stored.Version), now);
        return Task.FromResult(NullChangeListener.Instance);
    }
}
