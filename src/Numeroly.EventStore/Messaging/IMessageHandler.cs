namespace Numeroly.EventStore.Messaging;

/// <summary>Handles every message of this node's types; one message of a stream at a time, on one node at a time.</summary>
public interface IMessageHandler
{
    /// <summary>
    /// Does what the message asks, in a way that may be repeated, and says how it went. A thrown exception counts as
    /// a failed try.
    /// </summary>
    /// <param name="cancellation">Cancelled when this node may no longer handle the message.</param>
    Task<Handled> HandleAsync(DurableMessage message, CancellationToken cancellation);
}

/// <summary>How handling a message went.</summary>
public abstract record Handled
{
    /// <summary>Done, and completed in the handler's own unit of work.</summary>
    public sealed record Committed : Handled;

    /// <summary>Done; nothing to commit but that.</summary>
    public sealed record Done : Handled;

    /// <summary>Not possible now, by no fault of the message: try again, as often as it takes.</summary>
    public sealed record NotNow(string Reason, TimeSpan? After = null) : Handled;

    /// <summary>A failed try. After too many of them the message goes to the dead letters.</summary>
    public sealed record Failed(string Reason) : Handled;
}
