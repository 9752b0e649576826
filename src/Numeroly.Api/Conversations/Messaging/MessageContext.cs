using Numeroly.Events.Conversations;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Conversations.Messaging;

/// <summary>The message being handled, and the ways to finish it together with what came of it.</summary>
public sealed class MessageContext(DurableMessage message, ConversationStore conversations, IAppender appender)
{
    public Guid ConversationId => message.StreamId;

    /// <summary>How often the message was tried before.</summary>
    public int Attempts => message.Attempts;

    private Causes Causes => new(message.CorrelationId, message.Id.ToString());

    /// <summary>The conversation as it is now; null when there is none.</summary>
    public async Task<Conversation?> LoadAsync(CancellationToken cancellation) => (await conversations.LoadAsync(ConversationId, cancellation)).State;

    /// <summary>Decides on the conversation and completes the message in the same transaction.</summary>
    public async Task<Handled> DecideAsync(Func<Conversation, DateTimeOffset, Decision.Accepted> decide, CancellationToken cancellation)
    {
        var outcome = await conversations.DecideAsync(ConversationId, decide, new Commitment(Causes, Completes: message.Id), cancellation);
        return outcome is Outcome.NotFound ? new Handled.Done() : new Handled.Committed();
    }

    /// <summary>Completes the message and leaves another in its place, in one transaction.</summary>
    public async Task<Handled> ReplaceAsync(ConversationMessage next, CancellationToken cancellation)
    {
        await appender.AppendAsync(
            new UnitOfWork
            {
                Completes = message.Id,
                Messages = [new NewMessage(Guid.CreateVersion7(), ConversationId, next, TimeSpan.Zero)],
                Causes = Causes,
            },
            cancellation);
        return new Handled.Committed();
    }
}
