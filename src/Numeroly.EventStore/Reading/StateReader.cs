using Npgsql;
using Numeroly.EventStore.Projecting;

namespace Numeroly.EventStore.Reading;

/// <summary>Reads an aggregate's state: today's from its snapshot, an earlier one by replaying the stream.</summary>
public sealed class StateReader<TState, TEvent>(
    NpgsqlDataSource database, Aggregate<TState, TEvent> aggregate, EventReader events, EventTypes types)
    where TState : class
    where TEvent : class
{
    private readonly string _load =
        $"select s.data, coalesce(s.mt_version, 0), clock_timestamp() from (select 1) one left join {aggregate.SnapshotTable} s on s.id = $1";

    /// <summary>What a decision needs, in one round trip.</summary>
    public async Task<Loaded<TState>> LoadAsync(Guid stream, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(_load);
        command.Parameters.Add(new() { Value = stream });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await ReadLoadedAsync(reader, cancellation);
    }

    /// <summary>The same with one more row that the decision needs to know, still in one round trip.</summary>
    public async Task<(Loaded<TState> Loaded, TKnown? Known)> LoadAsync<TKnown>(
        Guid stream, SqlStatement question, Func<NpgsqlDataReader, TKnown> read, CancellationToken cancellation)
        where TKnown : class
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(_load) { Parameters = { new() { Value = stream } } });
        batch.BatchCommands.Add(question.ToCommand());
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var loaded = await ReadLoadedAsync(reader, cancellation);
        await reader.NextResultAsync(cancellation);
        return (loaded, await reader.ReadAsync(cancellation) ? read(reader) : null);
    }

    /// <summary>The state as it was; null when the stream had not begun.</summary>
    /// <exception cref="UnknownEventTypeException">The stream holds an event this program does not know.</exception>
    public async Task<TState?> ReadAsOfAsync(Guid stream, AsOf asOf, CancellationToken cancellation)
    {
        TState? state = null;
        await foreach (var stored in events.ReadStreamAsync(stream, 0, asOf, int.MaxValue, cancellation))
            state = aggregate.Evolve(state, stream, stored.Version, (TEvent)types.Read(stored));
        return state;
    }

    private async Task<Loaded<TState>> ReadLoadedAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        await reader.ReadAsync(cancellation);
        return new Loaded<TState>(
            await reader.IsDBNullAsync(0, cancellation) ? null : aggregate.ReadSnapshot(reader.GetString(0)),
            reader.GetInt64(1),
            reader.GetFieldValue<DateTimeOffset>(2));
    }
}

/// <summary>An aggregate's state with what belongs to deciding on it.</summary>
/// <param name="State">Null when there is no such stream.</param>
/// <param name="Version">Of the stream; 0 when there is none.</param>
/// <param name="Now">The store's clock.</param>
public sealed record Loaded<TState>(TState? State, long Version, DateTimeOffset Now)
    where TState : class;
