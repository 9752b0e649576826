using JasperFx.Events;
using Marten.Events.Aggregation;
using Numeroly.Events.Conversations;

namespace Numeroly.Bench.Append;

/// <summary>The domain's own state, kept by Marten beside each stream.</summary>
internal sealed partial class ConversationSnapshot : SingleStreamProjection<Conversation, Guid>
{
    public override Conversation? Evolve(Conversation? snapshot, Guid id, IEvent e) =>
        e.Data is ConversationEvent fact ? Conversation.Evolve(snapshot, id, e.Version, fact) : snapshot;
}
