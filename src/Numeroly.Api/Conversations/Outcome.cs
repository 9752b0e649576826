using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>What became of a command to a conversation.</summary>
public abstract record Outcome
{
    /// <summary>It is committed, or nothing had to be.</summary>
    /// <param name="Conversation">The state with the decision.</param>
    /// <param name="Events">What it appended; empty when it was so already.</param>
    /// <param name="At">The store's clock.</param>
    public sealed record Decided(Conversation Conversation, IReadOnlyList<ConversationEvent> Events, DateTimeOffset At) : Outcome;

    public sealed record Refused(Refusal Refusal) : Outcome;

    /// <summary>There is no such conversation.</summary>
    public sealed record NotFound : Outcome;

    /// <summary>Another request with the same idempotency key was answered first.</summary>
    public sealed record AlreadyAnswered : Outcome;

    /// <summary>The message behind the command was completed by someone else.</summary>
    public sealed record AlreadyCompleted : Outcome;
}
