using Marten;
using Npgsql;
using NpgsqlTypes;
using Numeroly.Api.Store.Sequencing;
using Wolverine.Runtime;
using Wolverine.Runtime.Serialization;

namespace Numeroly.Api.Store.TakingOver;

/// <summary>
/// Moves the version before's dead letters to Wolverine's, under their own ids, and to where a conversation's dead messages
/// are, so that a replayed one enters anew like any other.
/// </summary>
public sealed class DeadLettersBefore(
    IDocumentStore store, IWolverineRuntime runtime, NpgsqlDataSource database, ILogger<DeadLettersBefore> log)
{
    private const string StreamsSql = "select distinct stream_id from durable.dead_letters where type <> 'attend_conversation'";

    private const string TakeSql =
        """
        with taken as (delete from durable.dead_letters where stream_id = $1 and type <> 'attend_conversation' returning *)
        select id, type, body::text, sent_at, failure, correlation_id, causation_id, died_at from taken order by died_at, id
        """;

    private const string PlaceSql =
        """
        with given as (
            insert into sequencer.places as p (conversation_id, last_place) values ($1, 1)
            on conflict (conversation_id) do update set last_place = p.last_place + 1
            returning last_place)
        insert into sequencer.messages (conversation_id, place, id, type, body, correlation_id, causation_id, died_at, last_failure)
        select $1, last_place, $2, $3, $4, $5, $6, $7, $8 from given
        returning place
        """;

    private const string BurySql =
        $"""
        insert into {MartenStore.WolverineSchema}.wolverine_dead_letters
            (id, body, message_type, received_at, source, exception_type, exception_message, sent_at, replayable, failed_at, first_failed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?)
        """;

    /// <summary>Gives how many.</summary>
    public Task<int> TakeOverAsync(CancellationToken cancellation) =>
        LineBefore.TakeOverEachAsync(database, StreamsSql, TakeOverAsync, "dead letters", log, cancellation);

    private async Task<int> TakeOverAsync(Guid stream, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (!await LineBefore.TryHoldAsync(session, stream, cancellation)) return 0;
        var letters = await TakeAsync(session, stream, cancellation);
        foreach (var (letter, diedAt) in letters) await BuryAsync(session, letter, diedAt, cancellation);
        await session.SaveChangesAsync(cancellation);
        return letters.Count;
    }

    private async Task BuryAsync(IDocumentSession session, MessageBefore letter, DateTimeOffset diedAt, CancellationToken cancellation)
    {
        object message = letter.Abandon is { } abandon
            ? abandon
            : letter.Message! with { Place = await PlaceAsync(session, letter, diedAt, cancellation) };
        // The kind of failure and what it says: listed together they read as they did.
        var (kind, says) = letter.LastFailure!.Split(": ", 2) is [var first, var rest] ? (first, rest) : ("failed", letter.LastFailure);
        foreach (var envelope in runtime.RoutingFor(message.GetType()).RouteForPublish(message, options: null))
        {
            envelope.Id = letter.Id;
            envelope.CorrelationId = letter.Causes.CorrelationId;
            session.QueueSqlCommand(
                BurySql,
                letter.Id,
                EnvelopeSerializer.Serialize(envelope),
                envelope.MessageType!,
                $"{envelope.Destination}",
                envelope.Source ?? runtime.Options.ServiceName,
                kind,
                says,
                letter.DueAt,
                diedAt,
                diedAt);
        }
    }

    private static async Task<long> PlaceAsync(
        IDocumentSession session, MessageBefore letter, DateTimeOffset diedAt, CancellationToken cancellation)
    {
        await using var enter = new NpgsqlCommand(PlaceSql, session.Connection)
        {
            Parameters =
            {
                new() { Value = letter.StreamId },
                new() { Value = letter.Id },
                new() { Value = letter.Type },
                new() { Value = MessageNames.Write(letter.Message!), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = letter.Causes.CorrelationId ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = letter.Causes.CausationId ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = diedAt },
                new() { Value = letter.LastFailure! },
            },
        };
        return await enter.ExecuteScalarAsync(cancellation) as long?
            ?? throw new InvalidOperationException("A dead letter was given no place.");
    }

    // Replayed it starts over, as it would have: its tries are not taken along.
    private static async Task<IReadOnlyList<(MessageBefore Letter, DateTimeOffset DiedAt)>> TakeAsync(
        IDocumentSession session, Guid stream, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(TakeSql, session.Connection) { Parameters = { new() { Value = stream } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var letters = new List<(MessageBefore, DateTimeOffset)>();
        while (await reader.ReadAsync(cancellation))
        {
            var letter = new MessageBefore(
                reader.GetGuid(0),
                stream,
                reader.GetString(1),
                reader.GetString(2),
                reader.GetFieldValue<DateTimeOffset>(3),
                IsDue: true,
                Attempts: 0,
                reader.GetString(4),
                new Causes(await LineBefore.TextAsync(reader, 5, cancellation), await LineBefore.TextAsync(reader, 6, cancellation)));
            letters.Add((letter, reader.GetFieldValue<DateTimeOffset>(7)));
        }

        return letters;
    }
}
