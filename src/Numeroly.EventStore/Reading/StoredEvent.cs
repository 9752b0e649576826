namespace Numeroly.EventStore.Reading;

/// <summary>An event as it stands in the store.</summary>
/// <param name="Sequence">Its number among all events: the order subscribers see.</param>
/// <param name="Version">Its number in its stream: 1, 2, 3 …</param>
/// <param name="Type">Alias, for example <c>message_saved</c>.</param>
/// <param name="Body">JSON as stored; <see cref="EventTypes.Read(StoredEvent)"/> makes the event of it.</param>
/// <param name="CorrelationId">The request all this goes back to.</param>
/// <param name="CausationId">The request or message that directly caused it.</param>
public sealed record StoredEvent(
    long Sequence,
    Guid Id,
    Guid StreamId,
    long Version,
    DateTimeOffset Timestamp,
    string Type,
    string Body,
    string? CorrelationId,
    string? CausationId);
