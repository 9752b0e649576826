using JasperFx.Events;
using JasperFx.Events.Aggregation;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Events.Aggregation;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Store;

/// <summary>
/// Keeps a conversation's state beside its stream, in the transaction of its events. Nodes of two versions may write to one
/// stream: one that understands only part of a snapshot leaves it alone, and whoever understands it takes in what it missed.
/// </summary>
public sealed class ConversationSnapshot : SingleStreamProjection<Conversation, Guid>
{
    public override async ValueTask<(Conversation?, ActionType)> DetermineActionAsync(
        IQuerySession session,
        Conversation? snapshot,
        Guid identity,
        IIdentitySetter<Conversation, Guid> identitySetter,
        IReadOnlyList<IEvent> events,
        CancellationToken cancellation)
    {
        if (snapshot is { Shape: > Conversation.CurrentShape }) return (snapshot, ActionType.Nothing);

        var known = snapshot?.Version ?? 0;
        if (events.Count > 0 && events[0].Version > known + 1)
        {
            var missed = await session.Events.FetchStreamAsync(identity, events[0].Version - 1, fromVersion: known + 1, token: cancellation);
            snapshot = Evolve(snapshot, identity, missed);
        }

        snapshot = Evolve(snapshot, identity, events);
        return (snapshot, snapshot is null ? ActionType.Nothing : ActionType.Store);
    }

    private static Conversation? Evolve(Conversation? snapshot, Guid id, IReadOnlyList<IEvent> events) => events.Aggregate(
        snapshot, (state, stored) => stored.Data is ConversationEvent fact ? Conversation.Evolve(state, id, stored.Version, fact) : state);
}
