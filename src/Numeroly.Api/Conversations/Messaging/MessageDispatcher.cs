using System.Collections.Frozen;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Conversations.Messaging;

/// <summary>Gives each message to its handler.</summary>
public sealed class MessageDispatcher(IServiceProvider services, MessageTypes types, ConversationStore conversations, IAppender appender) : IMessageHandler
{
    private static readonly FrozenDictionary<Type, IDispatch> Dispatches = typeof(ConversationMessage).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ConversationMessage)))
        .ToFrozenDictionary(type => type, type => (IDispatch)Activator.CreateInstance(typeof(Dispatch<>).MakeGenericType(type))!);

    public Task<Handled> HandleAsync(DurableMessage message, CancellationToken cancellation)
    {
        var body = types.Read(message.Type, message.Body);
        return Dispatches[body.GetType()].HandleAsync(services, body, new MessageContext(message, conversations, appender), cancellation);
    }

    private interface IDispatch
    {
        Task<Handled> HandleAsync(IServiceProvider services, object body, MessageContext context, CancellationToken cancellation);
    }

    private sealed class Dispatch<TMessage> : IDispatch
        where TMessage : ConversationMessage
    {
        public Task<Handled> HandleAsync(IServiceProvider services, object body, MessageContext context, CancellationToken cancellation) =>
            services.GetRequiredService<IConversationMessageHandler<TMessage>>().HandleAsync((TMessage)body, context, cancellation);
    }
}
