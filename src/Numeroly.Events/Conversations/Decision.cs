using System.Collections.Immutable;

namespace Numeroly.Events.Conversations;

/// <summary>What a command comes to: facts and messages to commit together, or a refusal. A value, never an exception.</summary>
public abstract record Decision
{
    /// <summary>Nothing happens, and that is fine: it was so already.</summary>
    public static Accepted Nothing { get; } = new([], []);

    public static Accepted Accept(params ImmutableArray<ConversationEvent> events) => new(events, []);

    /// <summary>There is no such conversation for the one who asks.</summary>
    public static Refused NoSuchConversation { get; } = Refuse(RefusalKind.NoSuchConversation, "There is no such conversation among yours.");

    public static Refused Refuse(RefusalKind kind, string detail) => new(new Refusal(kind, detail));

    /// <summary>Several decisions as one, each made on the state after those before it.</summary>
    public static Accepted InTurn(Conversation conversation, params IEnumerable<Func<Conversation, Accepted>> steps)
    {
        var all = Nothing;
        foreach (var step in steps)
        {
            var next = step(conversation);
            all = new Accepted(all.Events.AddRange(next.Events), all.Messages.AddRange(next.Messages));
            foreach (var fact in next.Events) conversation = conversation.With(fact);
        }

        return all;
    }

    public sealed record Accepted(ImmutableArray<ConversationEvent> Events, ImmutableArray<OutgoingMessage> Messages) : Decision
    {
        /// <summary>With a message to be handled as soon as the decision is committed, after those before it.</summary>
        public Accepted Then(ConversationMessage message) => After(TimeSpan.Zero, message);

        /// <summary>With a message to be handled once <paramref name="delay"/> has passed.</summary>
        public Accepted After(TimeSpan delay, ConversationMessage message) =>
            this with { Messages = Messages.Add(new OutgoingMessage(message, delay)) };
    }

    public sealed record Refused(Refusal Refusal) : Decision;
}

/// <summary>A message and how long it waits before it is due.</summary>
public sealed record OutgoingMessage(ConversationMessage Body, TimeSpan Delay);

/// <summary>Why a command was refused.</summary>
/// <param name="Detail">One sentence for the one who asked.</param>
public sealed record Refusal(RefusalKind Kind, string Detail);

/// <summary>The reasons a command can be refused for; each is a stable problem type in the HTTP answers.</summary>
public enum RefusalKind
{
    /// <summary>The conversation has ended and takes no more of this.</summary>
    ConversationEnded,

    /// <summary>The message id was used before, for other words.</summary>
    MessageIdTaken,

    /// <summary>There is no such conversation, or it is none of the one who asks: both look the same from outside.</summary>
    NoSuchConversation,
}
