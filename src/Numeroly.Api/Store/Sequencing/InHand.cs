using System.Collections.Concurrent;
using Numeroly.Events.Conversations;
using Wolverine;

namespace Numeroly.Api.Store.Sequencing;

/// <summary>
/// The messages that this node is at. It can be given one twice at a time: what it takes over from a dead node may come by
/// Wolverine's own way as well.
/// </summary>
public sealed class InHand
{
    private readonly ConcurrentDictionary<(Guid Conversation, long Place), Envelope> _messages = new();

    /// <summary>Whether this delivery is now the one.</summary>
    public bool TryTake(ConversationMessage message, Envelope delivery) => _messages.TryAdd((message.ConversationId, message.Place), delivery);

    /// <summary>Whether it was.</summary>
    public bool LetGo(ConversationMessage message, Envelope delivery) =>
        // By reference: two deliveries of one message are equal.
        _messages.TryGetValue((message.ConversationId, message.Place), out var taken)
        && ReferenceEquals(taken, delivery)
        && _messages.TryRemove((message.ConversationId, message.Place), out _);
}
