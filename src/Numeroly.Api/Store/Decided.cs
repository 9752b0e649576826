using System.Collections.Immutable;
using Numeroly.Events.Conversations;
using Numeroly.Events.Transcripts;

namespace Numeroly.Api.Store;

/// <summary>Decides on a conversation. Pure, since it is repeated when somebody else was faster.</summary>
/// <param name="known">What is saved already under the message id that the decision is about, if it is about one.</param>
public delegate Decision Decide(Conversation conversation, TranscriptLine? known, DateTimeOffset now);

/// <summary>What a decision came to, committed.</summary>
/// <param name="Conversation">The state with the decision; null when there is no such conversation.</param>
/// <param name="Events">What it appended; empty when it was so already, or was refused.</param>
/// <param name="Refusal">Why nothing was done; null when it was accepted.</param>
/// <param name="Known">The message that was saved already under the decision's message id.</param>
/// <param name="At">When it was decided: the time of its events.</param>
public sealed record Decided(
    Conversation? Conversation, ImmutableArray<ConversationEvent> Events, Refusal? Refusal, TranscriptLine? Known, DateTimeOffset At)
{
    public static Decided NoSuchConversation(DateTimeOffset now) => new(null, [], Decision.NoSuchConversation.Refusal, null, now);

    /// <summary>The decision on a state, with the state after it.</summary>
    public static (Decided Decided, ImmutableArray<OutgoingMessage> Messages) Of(
        Decide decide, Conversation conversation, TranscriptLine? known, DateTimeOffset now) => decide(conversation, known, now) switch
        {
            Decision.Refused refused => (new Decided(conversation, [], refused.Refusal, known, now), []),
            Decision.Accepted accepted => (
                new Decided(accepted.Events.Aggregate(conversation, (state, fact) => state.With(fact)), accepted.Events, null, known, now),
                accepted.Messages),
            var other => throw new InvalidOperationException($"A decision cannot be a {other.GetType().Name}."),
        };
}
