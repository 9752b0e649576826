using Numeroly.Events.Conversations;
using Wolverine;

namespace Numeroly.Api.Store.Sequencing;

/// <summary>
/// What handling a message came to. Carried out in one transaction: what is decided, what follows, and the message's leaving
/// of its conversation's sequence.
/// </summary>
public sealed record Step : ISideEffect
{
    private Step(ConversationMessage message) => Message = message;

    public ConversationMessage Message { get; }

    /// <summary>What is decided on the conversation as it is then; null when nothing is.</summary>
    public Func<Conversation, DateTimeOffset, Decision.Accepted>? Decide { get; private init; }

    /// <summary>What follows, at the end of the sequence.</summary>
    public ConversationMessage? Next { get; private init; }

    /// <summary>Why it is not possible now; null when it was.</summary>
    public string? NotNow { get; private init; }

    /// <summary>When it may be; null for the usual pause.</summary>
    public TimeSpan? After { get; private init; }

    /// <summary>Done, and nothing to record.</summary>
    public static Step Done(ConversationMessage message) => new(message);

    /// <summary>Done; then <paramref name="next"/>.</summary>
    public static Step Then(ConversationMessage message, ConversationMessage next) => new(message) { Next = next };

    /// <summary>Done; this is decided on the conversation. Nothing where there is none.</summary>
    public static Step Deciding(ConversationMessage message, Func<Conversation, DateTimeOffset, Decision.Accepted> decide) =>
        new(message) { Decide = decide };

    /// <summary>Not possible now, by no fault of the message: tried again, as often as it takes, keeping its place.</summary>
    public static Step PutOff(ConversationMessage message, string reason, TimeSpan? after = null) => new(message) { NotNow = reason, After = after };

    public Task ExecuteAsync(StepCommit commit, CancellationToken cancellation) => commit.CommitAsync(this, cancellation);
}
