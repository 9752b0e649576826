using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Numeroly.Api.Conversations;
using Numeroly.Api.Store;
using Numeroly.Bench.World;
using Numeroly.Events.Conversations;
using Numeroly.World;

namespace Numeroly.Bench.LiveFeed;

/// <summary>Two nodes of the API on one database, with Redis or without, and conversations in which things are said on the first.</summary>
internal sealed class FeedNodes : IAsyncDisposable
{
    private const string NotDuringTheRun = "12:00:00";

    // What would otherwise be done beside, or to conversations that nobody joins.
    private static readonly string[] Pauses = ["Reconciling:Every", "Webhooks:CheckEvery", "Conversations:NobodyCameAfter", "Conversations:Limit"];

    private readonly Backend _backend;
    private readonly ApiNode _other;

    private FeedNodes(Backend backend, ApiNode other) => (_backend, _other) = (backend, other);

    /// <summary>Those in which things are said.</summary>
    public required IReadOnlyList<Guid> Conversations { get; init; }

    /// <summary>Those in which nothing happens.</summary>
    public required IReadOnlyList<Guid> Quiet { get; init; }

    public NpgsqlDataSource Database => _backend.Node.Services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<FeedNodes> StartAsync(bool withRedis, int conversations, int quiet)
    {
        var backend = await Backend.StartAsync(settings =>
        {
            if (!withRedis) settings.Remove("Redis:Url");
            foreach (var pause in Pauses) settings[pause] = NotDuringTheRun;
            settings["LiveFeeds:PerUser"] = "100000";
            settings["Logging:Level"] = "Error"; // The output is the measurement's.
        });
        var other = await backend.AddNodeAsync();
        var alice = backend.As("alice");
        var created = new List<Guid>();
        for (var i = 0; i < conversations + quiet; i++) created.Add((await alice.ACreatedConversationAsync()).ConversationId);
        return new FeedNodes(backend, other) { Conversations = [.. created.Take(conversations)], Quiet = [.. created.Skip(conversations)] };
    }

    /// <summary>Says something as the API's route does, and gives the version once it is committed.</summary>
    public async Task<long> SayAsync(Guid conversation)
    {
        var line = Utterance.Said();
        var decided = await _backend.Node.Services.GetRequiredService<GroupCommit>().DecideAsync(
            conversation,
            (state, known, now) => SavingMessages.Decide(state, line, known?.ToMessage(), now),
            new Causes(null, null),
            CancellationToken.None,
            messageId: line.MessageId);
        return decided is { Refusal: null, Conversation: { } after }
            ? after.Version
            : throw new InvalidOperationException($"A conversation that goes on takes a message, and yet: {decided.Refusal}.");
    }

    /// <summary>Opens a feed on the node where things are said, or on the other.</summary>
    public async Task<LiveReader> FollowAsync(
        Guid conversation, bool acrossNodes, long after, Action<EventView, long>? onEvent = null) => LiveReader.Of(
        await Backend.AsOn(acrossNodes ? _other : _backend.Node, "alice").OpenAsync($"/conversations/{conversation}/live?after={after}"), onEvent);

    public ValueTask DisposeAsync() => _backend.DisposeAsync();
}
