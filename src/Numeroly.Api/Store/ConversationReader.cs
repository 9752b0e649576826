using System.Runtime.CompilerServices;
using System.Text.Json;
using JasperFx.Events;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Store;

/// <summary>
/// Reads conversations and their events. Events of a type that this program does not know, written by a newer one, are
/// skipped: who follows a conversation sees what it understands.
/// </summary>
public sealed class ConversationReader(NpgsqlDataSource database, IDocumentStore store)
{
    private const string LoadSql =
        """
        select s.version, d.data from public.mt_streams s left join public.mt_doc_conversation d on d.id = s.id
        where s.id = $1 and not s.is_archived
        """;

    private const string EventsSql =
        """
        select seq_id, id, version, timestamp, type, data, correlation_id, causation_id from public.mt_events
        where stream_id = $1 and version > $2 and version <= $3 and timestamp <= $4 and type = any($6) and not is_archived
        order by version limit $5
        """;

    private readonly Dictionary<string, Type> _types = KnownTypes(store);

    private readonly string[] _typeNames = [.. KnownTypes(store).Keys];

    /// <summary>The conversation as it is; null when there is none.</summary>
    public async Task<Conversation?> LoadAsync(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(LoadSql);
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var version = reader.GetInt64(0);
        var snapshot = await reader.IsDBNullAsync(1, cancellation) ? null : JsonSerializer.Deserialize<Conversation>(reader.GetString(1), StoreJson.Options);
        await reader.CloseAsync();
        return IsFresh(snapshot, version) ? snapshot : await ReadAsOfAsync(id, default, cancellation);
    }

    /// <summary>The conversation as it was; null when it had not begun.</summary>
    public async Task<Conversation?> ReadAsOfAsync(Guid id, AsOf asOf, CancellationToken cancellation)
    {
        Conversation? state = null;
        await foreach (var stored in ReadEventsAsync(id, 0, asOf, int.MaxValue, cancellation))
            state = Conversation.Evolve(state, id, stored.Version, stored.Fact);
        return state;
    }

    /// <summary>The conversation's events in order; none when there is none.</summary>
    /// <param name="after">Only events after this version.</param>
    public async IAsyncEnumerable<StoredEvent> ReadEventsAsync(
        Guid id, long after, AsOf range, int limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(EventsSql);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = range.Version ?? long.MaxValue });
        command.Parameters.Add(new() { Value = range.Time?.UtcDateTime ?? DateTime.MaxValue, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = limit });
        command.Parameters.Add(new() { Value = _typeNames });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            yield return new StoredEvent(
                row.GetInt64(0),
                row.GetGuid(1),
                row.GetInt64(2),
                row.GetFieldValue<DateTimeOffset>(3),
                row.GetString(4),
                (ConversationEvent)JsonSerializer.Deserialize(row.GetString(5), _types[row.GetString(4)], StoreJson.Options)!,
                await row.IsDBNullAsync(6, cancellation) ? null : row.GetString(6),
                await row.IsDBNullAsync(7, cancellation) ? null : row.GetString(7));
        }
    }

    /// <summary>How far each of these conversations has come; those that do not exist are left out. One round trip.</summary>
    public async Task<IReadOnlyList<StreamMoved>> ReadVersionsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select id, version from public.mt_streams where id = any($1) and version is not null");
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<StreamMoved>(ids.Count);
        while (await reader.ReadAsync(cancellation)) versions.Add(new StreamMoved(reader.GetGuid(0), reader.GetInt64(1)));
        return versions;
    }

    /// <summary>The state to decide on: the snapshot, or, where a node of another version left it behind, the stream replayed.</summary>
    internal async Task<Conversation?> FreshAsync(IEventStream<Conversation> stream, CancellationToken cancellation) =>
        IsFresh(stream.Aggregate, stream.CurrentVersion ?? 0) ? stream.Aggregate : await ReadAsOfAsync(stream.Id, default, cancellation);

    /// <summary>Whether the snapshot holds all of the stream, and this program understands all of it.</summary>
    internal static bool IsFresh(Conversation? snapshot, long version) =>
        snapshot is null ? version == 0 : snapshot.Version == version && snapshot.Shape <= Conversation.CurrentShape;

    private static Dictionary<string, Type> KnownTypes(IDocumentStore store) => typeof(ConversationEvent).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ConversationEvent)))
        .ToDictionary(type => ((IEventRegistry)store.Options.Events).EventMappingFor(type).EventTypeName, StringComparer.Ordinal);
}
