using Numeroly.Api.Conversations;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Appending;

namespace Numeroly.Bench.World;

/// <summary>
/// A conversation that is talked in: each line is one event with all that is committed beside it, the snapshot, the
/// summary row and the transcript row.
/// </summary>
internal sealed class Talk(StoreNode node, Guid id)
{
    public const string Line = "Con số chủ đạo của bạn là 7: bạn học bằng trải nghiệm của chính mình, và cần những lúc ở một mình để nghe rõ điều đó.";

    private Conversation? _state;

    public Guid Id => id;

    /// <summary>Number of the last event.</summary>
    public long Version => _state?.Version ?? 0;

    public static async Task<Talk> BeginAsync(StoreNode node)
    {
        var talk = new Talk(node, Guid.CreateVersion7());
        await talk.AppendAsync(Created(talk.Id));
        return talk;
    }

    /// <summary>Talks that have begun.</summary>
    public static Task<Talk[]> BeginAsync(StoreNode node, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => BeginAsync(node)));

    public static RoomCreated Created(Guid id)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new RoomCreated("bench", Rooms.NameOf(id), $"http://127.0.0.1/{Rooms.NameOf(id)}", Language.Vi, now, now.AddHours(2), null);
    }

    /// <summary>Appends one line on the state known here: one round trip.</summary>
    public Task SayAsync() => AppendAsync(Said());

    /// <summary>Reads the state that a decision needs and appends one line on it: two round trips.</summary>
    public async Task LoadAndSayAsync()
    {
        var loaded = await node.States.LoadAsync(id, CancellationToken.None);
        _state = loaded.State;
        await AppendAsync(Said());
    }

    private static MessageSaved Said() => new(Guid.CreateVersion7(), Speaker.Assistant, Line, null, EmotionalTone.Warm, null, TimeProvider.System.GetUtcNow());

    private async Task AppendAsync(ConversationEvent fact)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (after, writes) = ReadModels.Aggregate.Project(_state, id, Version, [fact], now);
        var unit = new UnitOfWork
        {
            Append = new StreamAppend(id, ReadModels.Aggregate.StreamType, Version, [fact], now),
            Writes = [.. writes],
        };
        if (await node.Appender.AppendAsync(unit, CancellationToken.None) is not AppendResult.Committed)
            throw new InvalidOperationException($"Nobody else writes to {id}, and yet its version was refused.");
        _state = after;
    }
}
