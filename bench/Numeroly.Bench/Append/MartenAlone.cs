using System.Text.Json;
using System.Text.Json.Serialization;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Numeroly.Bench.World;
using Numeroly.Events.Conversations;
using Numeroly.Harness;
using Weasel.Core;

namespace Numeroly.Bench.Append;

/// <summary>Marten with the settings that cost least, a session for each append, and nothing of ours around it.</summary>
internal sealed class MartenAlone : IAppendTarget
{
    private const int EventsInACommit = 5_000;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly TestDatabase _database;
    private readonly DocumentStore _store;

    private MartenAlone(TestDatabase database, DocumentStore store) => (_database, _store) = (database, store);

    public string Name => "Marten alone";

    public static async Task<MartenAlone> StartAsync(CancellationToken cancellation)
    {
        var database = await TestDatabase.CreateAsync();
        var store = DocumentStore.For(options =>
        {
            options.Connection(Pool.ConnectionString(database));
            options.AutoCreateSchemaObjects = AutoCreate.All;
            options.DisableNpgsqlLogging = true;
            options.UseSystemTextJsonForSerialization(Json, EnumStorage.AsString);
            options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
            options.Events.UseIdentityMapForAggregates = true;
            options.Events.MetadataConfig.CorrelationIdEnabled = true;
            options.Events.MetadataConfig.CausationIdEnabled = true;
            options.Events.MetadataConfig.HeadersEnabled = true;
            options.Projections.Add(new ConversationSnapshot(), ProjectionLifecycle.Inline);
        });
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        return new MartenAlone(database, store);
    }

    public async Task<Guid> BeginAsync(int length, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        await using (var session = _store.LightweightSession())
        {
            session.Events.StartStream<Conversation>(id, Utterance.Begun(id));
            await session.SaveChangesAsync(cancellation);
        }

        for (var left = length - 1; left > 0; left -= EventsInACommit)
            await AppendAsync(id, Enumerable.Range(0, Math.Min(left, EventsInACommit)).Select(_ => Utterance.Saved()), cancellation);
        return id;
    }

    public Task AppendAsync(Guid conversation) => AppendAsync(conversation, [Utterance.Saved()], CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _database.DisposeAsync();
    }

    private async Task AppendAsync(Guid conversation, IEnumerable<ConversationEvent> facts, CancellationToken cancellation)
    {
        await using var session = _store.LightweightSession();
        var stream = await session.Events.FetchForWriting<Conversation>(conversation, cancellation);
        if (stream.Aggregate is null) throw new InvalidOperationException($"{conversation} has begun, and yet has no state.");
        stream.AppendMany(facts);
        await session.SaveChangesAsync(cancellation);
    }
}
