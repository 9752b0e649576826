using Npgsql;
using Numeroly.EventStore.Reading;

namespace Numeroly.EventStore.Subscribing;

/// <summary>Follows all events of the store, each once, in global order, on one node at a time.</summary>
public interface ISubscriber
{
    /// <summary>Its row in <c>mt_event_progression</c>, in Marten's form <c>Name:All</c>.</summary>
    string Name { get; }

    /// <summary>Where to start when there is no checkpoint: with the first event ever, or with the next one.</summary>
    bool StartsWithTheNextEvent => false;

    /// <summary>
    /// Takes in the next events. Rows written in <paramref name="transaction"/> are committed together with the
    /// checkpoint, hence exactly once; anything else happens at least once.
    /// </summary>
    Task HandleAsync(IReadOnlyList<StoredEvent> events, NpgsqlTransaction transaction, CancellationToken cancellation);
}
