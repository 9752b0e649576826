namespace Numeroly.EventStore.Signalling;

/// <summary>
/// Says that something was committed: at once to those waiting in this process, and through
/// <see cref="SignalRelay"/> to the other nodes. Only a hint to look now instead of at the next poll.
/// </summary>
public sealed class StoreSignals
{
    /// <summary>There may be new events, from this node or another.</summary>
    public Signal Events { get; } = new();

    /// <summary>There may be messages to handle, from this node or another.</summary>
    public Signal Messages { get; } = new();

    /// <summary>This node committed something the others should hear of.</summary>
    internal Signal Local { get; } = new();

    public void Committed(bool hasEvents, bool hasMessages)
    {
        if (hasEvents) Events.Pulse();
        if (hasMessages) Messages.Pulse();
        if (hasEvents || hasMessages) Local.Pulse();
    }

    internal void CommittedElsewhere()
    {
        Events.Pulse();
        Messages.Pulse();
    }
}
