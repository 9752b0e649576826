using System.Collections.Immutable;
using Numeroly.EventStore.Idempotency;
using Numeroly.EventStore.Messaging;
using Numeroly.EventStore.Projecting;

namespace Numeroly.EventStore.Appending;

/// <summary>
/// Everything that one decision changes: committed together or not at all. Pure data, so that whoever commits it may
/// put several into one transaction.
/// </summary>
public sealed record UnitOfWork
{
    /// <summary>Events for one stream, if any.</summary>
    public StreamAppend? Append { get; init; }

    /// <summary>Rows of inline read models.</summary>
    public ImmutableArray<SqlStatement> Writes { get; init; } = [];

    /// <summary>Messages to handle once this is committed.</summary>
    public ImmutableArray<NewMessage> Messages { get; init; } = [];

    /// <summary>The message whose handling this is. It must still be there, and is gone afterwards.</summary>
    public Guid? Completes { get; init; }

    /// <summary>The answer to keep for the request's idempotency key.</summary>
    public KeptAnswer? Answer { get; init; }

    /// <summary>Ids for events and messages of this unit: the request it goes back to, and its direct cause.</summary>
    public Causes Causes { get; init; } = Causes.Unknown;
}

/// <summary>Events to put at the end of a stream.</summary>
/// <param name="StreamType">Alias of the aggregate.</param>
/// <param name="ExpectedVersion">The version the decision was made on; 0 starts the stream.</param>
/// <param name="Timestamp">The store's clock when the decision was made.</param>
public sealed record StreamAppend(
    Guid StreamId, string StreamType, long ExpectedVersion, ImmutableArray<object> Events, DateTimeOffset Timestamp);

/// <summary>Where something goes back to.</summary>
/// <param name="CorrelationId">The request at the very beginning.</param>
/// <param name="CausationId">The request or message that caused it directly.</param>
public sealed record Causes(string? CorrelationId, string? CausationId)
{
    public static Causes Unknown { get; } = new(null, null);
}
