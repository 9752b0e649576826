namespace Numeroly.EventStore.Messaging;

/// <summary>A stored message that is being handled.</summary>
/// <param name="Attempts">How often it was tried before.</param>
/// <param name="Failures">How many of those tries failed by the message's own fault.</param>
public sealed record DurableMessage(
    Guid Id, Guid StreamId, string Type, string Body, int Attempts, int Failures, string? CorrelationId, string? CausationId);
