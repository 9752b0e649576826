namespace Numeroly.Api.Store;

/// <summary>An event as it stands in the store, read.</summary>
/// <param name="Sequence">Its number among all events: the order subscribers see.</param>
/// <param name="Version">Its number in its stream: 1, 2, 3 …</param>
/// <param name="Type">Alias, for example <c>message_saved</c>.</param>
/// <param name="CorrelationId">The request all this goes back to.</param>
/// <param name="CausationId">The request or message that directly caused it.</param>
public sealed record StoredEvent(
    long Sequence, Guid Id, long Version, DateTimeOffset Timestamp, string Type, Events.Conversations.ConversationEvent Fact, string? CorrelationId, string? CausationId);

/// <summary>A point in a stream's past: a version, a time, both (whichever comes first), or now.</summary>
public readonly record struct AsOf(long? Version, DateTimeOffset? Time)
{
    public bool IsNow => Version is null && Time is null;
}
