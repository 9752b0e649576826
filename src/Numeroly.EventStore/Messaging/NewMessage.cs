namespace Numeroly.EventStore.Messaging;

/// <summary>A message to be handled after its unit of work is committed.</summary>
/// <param name="StreamId">Messages of one stream are handled one after the other, in the order they became due.</param>
/// <param name="Body">Of a type registered with <see cref="MessageTypes"/>.</param>
/// <param name="Delay">From the commit, on the store's clock.</param>
public sealed record NewMessage(Guid Id, Guid StreamId, object Body, TimeSpan Delay);
