using System.Runtime.CompilerServices;
using Npgsql;
using Numeroly.Api.Conversations;
using Numeroly.Api.Store;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Remembering;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Numeroly.Events.Transcripts;

namespace Numeroly.Api.Assistants;

/// <summary>A conversation as its assistant sees it: read from the store, followed as live feeds are, written by decisions.</summary>
public sealed class StoredConversation(
    Summoned summoned,
    ConversationReader conversations,
    GroupCommit commits,
    TranscriptReader transcript,
    FollowedStreams followed,
    DailyClient daily,
    ConversationPolicy policy,
    TimeProvider time,
    ILogger log) : IConversationRecord
{
    private const int PageSize = 100;
    private const int LongestTranscript = 2000;

    private static readonly TimeSpan LookAtLeastEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);

    public Guid ConversationId => summoned.ConversationId;

    public Task<Conversation?> LoadAsync(CancellationToken cancellation) => conversations.LoadAsync(ConversationId, cancellation);

    public Task<IReadOnlyList<TranscriptLine>> TranscriptAsync(CancellationToken cancellation) =>
        transcript.ListAsync(ConversationId, 0, LongestTranscript, cancellation);

    public async Task<Recorded> DecideAsync(Func<Conversation, DateTimeOffset, Decision> decide, CancellationToken cancellation)
    {
        var decided = await commits.DecideAsync(ConversationId, (conversation, _, now) => decide(conversation, now), summoned.Causes, cancellation);
        return decided is { Refusal: null, Conversation: { } conversation }
            ? new Recorded(conversation.Version, !decided.Events.IsEmpty)
            : new Recorded(0, IsKept: false);
    }

    public async IAsyncEnumerable<Fact> FollowAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var watch = followed.Follow(ConversationId);
        while (true)
        {
            var mark = watch.Mark;
            var page = await ReadAsync(after, cancellation);
            foreach (var stored in page)
            {
                after = stored.Version;
                yield return new Fact(stored.Version, stored.Fact);
            }

            watch.HasRead(after);
            if (page.Count < PageSize) await watch.WaitAsync(mark, LookAtLeastEvery, cancellation);
        }
    }

    public async Task<CallInvitation?> InviteAsync(CancellationToken cancellation)
    {
        if (await conversations.LoadAsync(ConversationId, cancellation) is not { } conversation || conversation.HasEnded()) return null;
        var expiresAt = Rooms.TokenExpiry(conversation.RoomExpiresAt, policy, time.GetUtcNow());
        var token = await daily.Tokens.CreateAsync(Rooms.TokenFor(conversation, Speaker.Assistant, expiresAt), cancellation);
        if (!token.IsSuccess) throw new CallFailedException($"Daily gave no token ({token.Failure.Kind})", mayHelp: true);

        await DecideAsync((current, _) => IssuingTokens.Decide(current, Speaker.Assistant, expiresAt), cancellation);
        return new CallInvitation(ConversationId, new Uri(conversation.RoomUrl), token.Value.Jwt.Reveal(), Rooms.AssistantId, conversation.Language);
    }

    private async Task<IReadOnlyList<StoredEvent>> ReadAsync(long after, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await conversations.ReadEventsAsync(ConversationId, after, default, PageSize, cancellation).ToListAsync(cancellation);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
            {
                log.LogWarning("The store cannot be read now, so the assistant waits: {Fault}", fault.Message);
                await Task.Delay(TryAgainAfter, cancellation);
            }
        }
    }
}
