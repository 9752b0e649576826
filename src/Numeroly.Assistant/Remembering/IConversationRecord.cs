using Numeroly.Assistant.Calling;
using Numeroly.Events.Conversations;
using Numeroly.Events.Transcripts;

namespace Numeroly.Assistant.Remembering;

/// <summary>One conversation as it is kept. All the assistant knows of the store.</summary>
public interface IConversationRecord
{
    Guid ConversationId { get; }

    /// <summary>The conversation as it stands; null when there is none.</summary>
    Task<Conversation?> LoadAsync(CancellationToken cancellation);

    /// <summary>All that was said, in order.</summary>
    Task<IReadOnlyList<TranscriptLine>> TranscriptAsync(CancellationToken cancellation);

    /// <summary>Decides on the latest state and commits what comes of it.</summary>
    /// <returns>How it went. A store that cannot be reached throws.</returns>
    Task<Recorded> DecideAsync(Func<Conversation, DateTimeOffset, Decision> decide, CancellationToken cancellation);

    /// <summary>Every fact after a version, in order, none twice and none left out: those there are, then each as it is committed. Waits out a store that is away.</summary>
    IAsyncEnumerable<Fact> FollowAsync(long after, CancellationToken cancellation);

    /// <summary>A fresh token into the call; null when there is no call any more.</summary>
    /// <exception cref="CallFailedException">Daily gives none now.</exception>
    Task<CallInvitation?> InviteAsync(CancellationToken cancellation);
}

/// <summary>A fact and its place in the conversation.</summary>
public sealed record Fact(long Version, ConversationEvent What);

/// <summary>How recording something went.</summary>
/// <param name="Version">The conversation's version afterwards.</param>
/// <param name="IsKept">Whether a fact came of it; not when it was so already, or was refused.</param>
public sealed record Recorded(long Version, bool IsKept);
