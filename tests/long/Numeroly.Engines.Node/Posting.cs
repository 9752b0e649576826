using Marten;
using Npgsql;
using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Events.Conversations;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Numeroly.Engines.Node;

/// <summary>How the trial starts conversations and posts messages. What is posted again changes nothing.</summary>
internal static class Posting
{
    private static readonly Causes Cause = new("trial", "trial");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/node", (IWolverineRuntime runtime) => new { Id = runtime.Options.UniqueNodeId, Number = runtime.Options.Durability.AssignedNodeNumber });
        api.MapPost("/conversations", StartAsync);
        api.MapPost("/messages/{conversation:guid}/{number:int}", PostAsync);
    }

    private static async Task StartAsync(Guid[] conversations, IDocumentStore store, TimeProvider time)
    {
        await using var session = store.LightweightSession();
        var now = time.StoreNow();
        foreach (var id in conversations)
            session.Events.StartStream<Conversation>(id, new RoomCreated("trial", $"{id}", "https://trial/", Language.En, now, now.AddDays(1), null));
        await session.SaveChangesAsync();
    }

    private static async Task PostAsync(
        Guid conversation, int number, int delayMs, IDocumentStore store, IWolverineRuntime runtime, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        await session.BeginTransactionAsync(cancellation);
        await using var post = new NpgsqlCommand(
            "insert into trial.posted (conversation, number) values ($1, $2) on conflict do nothing", session.Connection)
        {
            Parameters = { new() { Value = conversation }, new() { Value = number } },
        };
        if (await post.ExecuteNonQueryAsync(cancellation) == 0) return;
        var message = new OutgoingMessage(new StartRecording(number), TimeSpan.FromMilliseconds(delayMs));
        await Sequencer.EnterAsync(session, new MartenOutbox(runtime, session), conversation, [message], Cause, cancellation);
        await session.SaveChangesAsync(CancellationToken.None);
    }
}
