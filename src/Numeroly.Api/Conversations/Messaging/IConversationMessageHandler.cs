using Numeroly.Events.Conversations;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Conversations.Messaging;

/// <summary>Does what one kind of message asks. Safe to repeat: it may have been done before, with the answer lost.</summary>
public interface IConversationMessageHandler<in TMessage>
    where TMessage : ConversationMessage
{
    Task<Handled> HandleAsync(TMessage message, MessageContext context, CancellationToken cancellation);
}
