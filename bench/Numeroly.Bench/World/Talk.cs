using Numeroly.Api.Store;
using Numeroly.Events.Conversations;

namespace Numeroly.Bench.World;

/// <summary>A conversation that is talked in: each line is one event with its snapshot, committed as the API commits it.</summary>
internal sealed class Talk(StoreNode node, Guid id)
{
    private const int EventsInACommit = 5_000;

    private static readonly Causes Unknown = new(null, null);

    public Guid Id => id;

    /// <summary>Number of the last event.</summary>
    public long Version { get; private set; }

    /// <summary>A talk in which so much was said already.</summary>
    public static async Task<Talk> BeginAsync(StoreNode node, int length, CancellationToken cancellation)
    {
        var talk = new Talk(node, Guid.CreateVersion7()) { Version = length };
        await using (var session = node.Marten.LightweightSession())
        {
            session.Events.StartStream<Conversation>(talk.Id, Utterance.Begun(talk.Id));
            await session.SaveChangesAsync(cancellation);
        }

        for (var left = length - 1; left > 0; left -= EventsInACommit)
            await talk.AppendAsync(Enumerable.Range(0, Math.Min(left, EventsInACommit)).Select(_ => Utterance.Saved()), cancellation);
        return talk;
    }

    /// <summary>Talks that have begun.</summary>
    public static Task<Talk[]> BeginManyAsync(StoreNode node, int count, CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => BeginAsync(node, 1, cancellation)));

    /// <summary>Says one more thing, and returns once it is committed.</summary>
    public async Task SayAsync()
    {
        var line = Utterance.Said();
        var decided = await node.Commits.DecideAsync(
            id,
            (state, known, now) => SavingMessages.Decide(state, line, known?.ToMessage(), now),
            Unknown,
            CancellationToken.None,
            messageId: line.MessageId);
        if (decided is not { Refusal: null, Conversation: { } after })
            throw new InvalidOperationException($"{id} goes on, and yet: {decided.Refusal}.");
        Version = after.Version;
    }

    private async Task AppendAsync(IEnumerable<ConversationEvent> facts, CancellationToken cancellation)
    {
        await using var session = node.Marten.LightweightSession();
        var stream = await session.Events.FetchForWriting<Conversation>(id, cancellation);
        stream.AppendMany(facts);
        await session.SaveChangesAsync(cancellation);
    }
}
