using System.Runtime.CompilerServices;
using Npgsql;
using Numeroly.Api.Conversations;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Remembering;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Numeroly.Events.Transcripts;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Reading;

namespace Numeroly.Api.Assistants;

/// <summary>A conversation as its assistant sees it: read from the store, followed as live feeds are, written by decisions.</summary>
public sealed class StoredConversation(
    Guid id,
    Causes causes,
    ConversationStore conversations,
    TranscriptReader transcript,
    EventReader events,
    EventTypes types,
    FollowedStreams followed,
    DailyClient daily,
    ConversationPolicy policy,
    ILogger log) : IConversationRecord
{
    private const int PageSize = 100;
    private const int LongestTranscript = 2000;

    private static readonly TimeSpan LookAtLeastEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);

    public Guid ConversationId => id;

    public async Task<Conversation?> LoadAsync(CancellationToken cancellation) => (await conversations.LoadAsync(id, cancellation)).State;

    public Task<IReadOnlyList<TranscriptLine>> TranscriptAsync(CancellationToken cancellation) => transcript.ListAsync(id, 0, LongestTranscript, cancellation);

    public async Task<Recorded> DecideAsync(Func<Conversation, DateTimeOffset, Decision> decide, CancellationToken cancellation) =>
        await conversations.DecideAsync(id, decide, new Commitment(causes), cancellation) is Outcome.Decided decided
            ? new Recorded(decided.Conversation.Version, decided.Events.Count > 0)
            : new Recorded(0, IsKept: false);

    public async IAsyncEnumerable<Fact> FollowAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var watch = followed.Follow(id);
        while (true)
        {
            var mark = watch.Mark;
            var page = await ReadAsync(after, cancellation);
            foreach (var stored in page)
            {
                after = stored.Version;
                if (types.Read(stored) is ConversationEvent what) yield return new Fact(stored.Version, what);
            }

            watch.HasRead(after);
            if (page.Count < PageSize) await watch.WaitAsync(mark, LookAtLeastEvery, cancellation);
        }
    }

    public async Task<CallInvitation?> InviteAsync(CancellationToken cancellation)
    {
        var loaded = await conversations.LoadAsync(id, cancellation);
        if (loaded.State is not { } conversation || conversation.HasEnded()) return null;
        var expiresAt = Rooms.TokenExpiry(conversation.RoomExpiresAt, policy, loaded.Now);
        var token = await daily.Tokens.CreateAsync(Rooms.TokenFor(conversation, Speaker.Assistant, expiresAt), cancellation);
        if (!token.IsSuccess) throw new CallFailedException($"Daily gave no token ({token.Failure.Kind})", mayHelp: true);

        await conversations.DecideAsync(
            id, (current, _) => IssuingTokens.Decide(current, Speaker.Assistant, expiresAt), new Commitment(causes), cancellation);
        return new CallInvitation(id, new Uri(conversation.RoomUrl), token.Value.Jwt.Reveal(), Rooms.AssistantId, conversation.Language);
    }

    private async Task<IReadOnlyList<StoredEvent>> ReadAsync(long after, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await events.ReadStreamAsync(id, after, AsOf.Now, PageSize, cancellation).ToListAsync(cancellation);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
            {
                log.LogWarning("The store cannot be read now, so the assistant waits: {Fault}", fault.Message);
                await Task.Delay(TryAgainAfter, cancellation);
            }
        }
    }
}
