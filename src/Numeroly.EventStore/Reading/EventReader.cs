using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Numeroly.EventStore.Signalling;

namespace Numeroly.EventStore.Reading;

/// <summary>Reads events back, of one stream or of all.</summary>
public sealed class EventReader(NpgsqlDataSource database)
{
    private const string Columns = "seq_id, id, stream_id, version, timestamp, type, data, correlation_id, causation_id";

    /// <summary>The events of a stream in order; none when there is no such stream.</summary>
    /// <param name="after">Only events after this version.</param>
    /// <param name="range">How far: to a version, to a time, or to the end.</param>
    public async IAsyncEnumerable<StoredEvent> ReadStreamAsync(
        Guid stream, long after, AsOf range, int limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            select {Columns} from public.mt_events
            where stream_id = $1 and version > $2 and version <= $3 and timestamp <= $4 and not is_archived
            order by version limit $5
            """);
        command.Parameters.Add(new() { Value = stream });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = range.Version ?? long.MaxValue });
        command.Parameters.Add(new() { Value = range.Time?.UtcDateTime ?? DateTime.MaxValue, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) yield return Read(reader);
    }

    /// <summary>How far each of these streams has come; those that do not exist are left out. One round trip.</summary>
    public async Task<IReadOnlyList<StreamMoved>> ReadVersionsAsync(IReadOnlyCollection<Guid> streams, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select id, version from public.mt_streams where id = any($1) and version is not null");
        command.Parameters.Add(new() { Value = streams.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<StreamMoved>(streams.Count);
        while (await reader.ReadAsync(cancellation)) versions.Add(new StreamMoved(reader.GetGuid(0), reader.GetInt64(1)));
        return versions;
    }

    /// <summary>
    /// Events of all streams with numbers in (<paramref name="after"/>, <paramref name="upTo"/>] that are visible now. Says
    /// nothing about numbers that are still under way; <see cref="Subscribing.EventFeed"/> does.
    /// </summary>
    internal async Task<IReadOnlyList<StoredEvent>> ReadVisibleAsync(long after, long upTo, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"select {Columns} from public.mt_events where seq_id > $1 and seq_id <= $2 order by seq_id limit $3");
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = upTo });
        command.Parameters.Add(new() { Value = limit });
        var events = new List<StoredEvent>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) events.Add(Read(reader));
        return events;
    }

    private static StoredEvent Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetGuid(1),
        row.GetGuid(2),
        row.GetInt64(3),
        row.GetFieldValue<DateTimeOffset>(4),
        row.GetString(5),
        row.GetString(6),
        row.IsDBNull(7) ? null : row.GetString(7),
        row.IsDBNull(8) ? null : row.GetString(8));
}
