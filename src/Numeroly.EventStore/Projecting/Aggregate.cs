using System.Text.Json;
using NpgsqlTypes;
using Numeroly.EventStore.Reading;
using Numeroly.EventStore.Schema;

namespace Numeroly.EventStore.Projecting;

/// <summary>
/// What the store needs to know of an aggregate: how facts make its state, and which rows follow from it. The state is
/// kept beside the stream as Marten keeps an inline snapshot, so that a decision reads one small row.
/// </summary>
/// <param name="evolve">State before (null at the start), stream, version and fact; gives the state after.</param>
/// <param name="projections">Read models written in the transaction of the events.</param>
public sealed class Aggregate<TState, TEvent>(
    Func<TState?, Guid, long, TEvent, TState> evolve,
    params IReadOnlyList<InlineProjection<TState, TEvent>> projections)
    where TState : class
    where TEvent : class
{
    private readonly string _upsert =
        $"""
        insert into {MartenNames.DocumentTable(typeof(TState))} (id, data, mt_dotnet_type, mt_version) values ($1, $2, $3, $4)
        on conflict (id) do update
        set data = excluded.data, mt_dotnet_type = excluded.mt_dotnet_type, mt_version = excluded.mt_version, mt_last_modified = transaction_timestamp()
        """;

    public string StreamType { get; } = MartenNames.Alias(typeof(TState));

    public string SnapshotTable { get; } = MartenNames.DocumentTable(typeof(TState));

    public TState Evolve(TState? state, Guid stream, long version, TEvent fact) => evolve(state, stream, version, fact);

    public TState ReadSnapshot(string json) => JsonSerializer.Deserialize<TState>(json, EventTypes.Json)
        ?? throw new JsonException($"The snapshot of a {typeof(TState).Name} is null.");

    /// <summary>The state after new facts, and the rows that follow.</summary>
    public (TState State, IEnumerable<SqlStatement> Writes) Project(
        TState? state, Guid stream, long version, IReadOnlyList<TEvent> facts, DateTimeOffset timestamp)
    {
        var recorded = new List<Recorded<TEvent>>(facts.Count);
        foreach (var fact in facts)
        {
            state = evolve(state, stream, ++version, fact);
            recorded.Add(new Recorded<TEvent>(version, timestamp, fact));
        }

        var after = state ?? throw new ArgumentException("There are no facts to project.", nameof(facts));
        return (after, projections.SelectMany(project => project(after, recorded)).Prepend(Snapshot(stream, version, after)));
    }

    private SqlStatement Snapshot(Guid stream, long version, TState state) => new(
        _upsert,
        [
            new(stream, NpgsqlDbType.Uuid),
            new(JsonSerializer.Serialize(state, EventTypes.Json), NpgsqlDbType.Jsonb),
            new(typeof(TState).FullName, NpgsqlDbType.Varchar),
            new(version, NpgsqlDbType.Bigint),
        ]);
}

/// <summary>A fact with its place in the stream.</summary>
/// <param name="Timestamp">The store's clock.</param>
public sealed record Recorded<TEvent>(long Version, DateTimeOffset Timestamp, TEvent Fact);

/// <summary>Rows of a read model that follow from the state after, and from the new facts.</summary>
public delegate IEnumerable<SqlStatement> InlineProjection<in TState, TEvent>(TState after, IReadOnlyList<Recorded<TEvent>> facts);
