using System.Runtime.CompilerServices;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Remembering;
using Numeroly.Events.Conversations;
using Numeroly.Events.Transcripts;

namespace Numeroly.Assistant.Tests.Attending.World;

/// <summary>A conversation's record without a database: the same decisions, the same state, the same order.</summary>
public sealed class RecordInMemory : IConversationRecord
{
    private readonly Lock _gate = new();
    private readonly List<ConversationEvent> _facts = [];
    private readonly List<Follower> _followers = [];
    private Conversation? _state;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RecordInMemory(Language language, Reading? reading)
    {
        var now = TimeProvider.System.GetUtcNow();
        Append(new RoomCreated("alice", "room", "https://calls.test/room", language, now, now.AddHours(2), reading));
    }

    public Guid ConversationId { get; } = Guid.CreateVersion7();

    /// <summary>While set, nothing can be written.</summary>
    public bool IsAway { get; set; }

    public IReadOnlyList<ConversationEvent> Facts
    {
        get
        {
            lock (_gate) return [.. _facts];
        }
    }

    public IReadOnlyList<T> Of<T>()
        where T : ConversationEvent => [.. Facts.OfType<T>()];

    public Conversation State
    {
        get
        {
            lock (_gate) return _state!;
        }
    }

    /// <summary>Whether whoever follows has dealt with every fact so far.</summary>
    public bool IsTakenIn
    {
        get
        {
            lock (_gate) return _followers.TrueForAll(follower => follower.DealtWith == _facts.Count);
        }
    }

    public void Append(ConversationEvent fact)
    {
        lock (_gate)
        {
            _facts.Add(fact);
            _state = Conversation.Evolve(_state, ConversationId, _facts.Count, fact);
            var waiting = _news;
            _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.SetResult();
        }
    }

    public Task<Conversation?> LoadAsync(CancellationToken cancellation) => Task.FromResult<Conversation?>(State);

    public Task<IReadOnlyList<TranscriptLine>> TranscriptAsync(CancellationToken cancellation)
    {
        var interrupted = Of<AnswerInterrupted>().ToDictionary(cut => cut.MessageId, cut => cut.Heard);
        return Task.FromResult<IReadOnlyList<TranscriptLine>>([.. Facts
            .Select((fact, place) => (fact, version: place + 1L))
            .Where(entry => entry.fact is MessageSaved)
            .Select(entry => TranscriptLine.From(ConversationId, entry.version, (MessageSaved)entry.fact, TimeProvider.System.GetUtcNow()))
            .Select(line => line with { Heard = line.Heard ?? interrupted.GetValueOrDefault(line.MessageId) })]);
    }

    public Task<Recorded> DecideAsync(Func<Conversation, DateTimeOffset, Decision> decide, CancellationToken cancellation)
    {
        if (IsAway) throw new TimeoutException("The store is away.");
        lock (_gate)
        {
            if (decide(_state!, TimeProvider.System.GetUtcNow()) is not Decision.Accepted accepted) return Task.FromResult(new Recorded(_facts.Count, IsKept: false));
            foreach (var fact in accepted.Events) Append(fact);
            return Task.FromResult(new Recorded(_facts.Count, accepted.Events.Length > 0));
        }
    }

    public async IAsyncEnumerable<Fact> FollowAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var follower = new Follower { DealtWith = after };
        lock (_gate) _followers.Add(follower);
        try
        {
            while (true)
            {
                Task news;
                Fact[] fresh;
                lock (_gate)
                {
                    follower.DealtWith = after;
                    fresh = [.. _facts.Skip((int)after).Select((fact, place) => new Fact(after + place + 1, fact))];
                    news = _news.Task;
                }

                foreach (var fact in fresh) yield return fact;
                after += fresh.Length;
                if (fresh.Length == 0) await news.WaitAsync(cancellation);
            }
        }
        finally
        {
            lock (_gate) _followers.Remove(follower);
        }
    }

    public Task<CallInvitation?> InviteAsync(CancellationToken cancellation) => Task.FromResult(
        State.HasEnded() ? null : new CallInvitation(ConversationId, new Uri(State.RoomUrl), "token", CallInvitation.AssistantUserId, State.Language));

    private sealed class Follower
    {
        public long DealtWith { get; set; }
    }
}
