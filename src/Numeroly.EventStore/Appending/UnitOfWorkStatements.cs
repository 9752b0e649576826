using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Numeroly.EventStore.Idempotency;
using Numeroly.EventStore.Messaging;
using Numeroly.EventStore.Reading;
using Numeroly.EventStore.Schema;

namespace Numeroly.EventStore.Appending;

/// <summary>
/// A unit of work as statements. Those that can refuse come first, always in the same order, so that a refused unit has
/// written nothing yet and two units never wait for each other crosswise.
/// </summary>
public sealed class UnitOfWorkStatements(EventTypes eventTypes)
{
    private const string AppendSql = "select public.mt_quick_append_events($1, $2, '*DEFAULT*', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

    private const string CompleteSql = "select durable.complete_message($1)";

    private const string AnswerReservationSql = "select durable.answer_reservation($1, $2, $3, $4, $5, $6)";

    private const string AnswerSql = "select durable.keep_answer($1, $2, $3, $4, $5, $6)";

    private const string SendSql =
        """
        insert into durable.messages (id, stream_id, type, body, due_at, available_at, correlation_id, causation_id)
        values ($1, $2, $3, $4, now() + $5, now() + $5, $6, $7)
        """;

    internal IEnumerable<NpgsqlBatchCommand> For(UnitOfWork unit)
    {
        if (unit.Completes is { } message) yield return Command(CompleteSql, (message, NpgsqlDbType.Uuid));
        if (unit.Answer is { } answer) yield return Keep(answer);
        var causeOfMessages = unit.Causes.CausationId;
        if (unit.Append is { } append)
        {
            var eventIds = append.Events.Select(_ => Guid.CreateVersion7(append.Timestamp)).ToArray();
            causeOfMessages = eventIds[^1].ToString();
            yield return Append(append, eventIds, unit.Causes);
        }

        foreach (var write in unit.Writes) yield return write.ToCommand();
        foreach (var outgoing in unit.Messages) yield return Send(outgoing, unit.Causes with { CausationId = causeOfMessages });
    }

    private NpgsqlBatchCommand Append(StreamAppend append, Guid[] eventIds, Causes causes)
    {
        var count = append.Events.Length;
        return Command(
            AppendSql,
            (append.StreamId, NpgsqlDbType.Uuid),
            (append.StreamType, NpgsqlDbType.Varchar),
            (eventIds, NpgsqlDbType.Array | NpgsqlDbType.Uuid),
            (All(eventTypes.AliasOf), NpgsqlDbType.Array | NpgsqlDbType.Varchar),
            (All(data => MartenNames.DotnetType(data.GetType())), NpgsqlDbType.Array | NpgsqlDbType.Varchar),
            (All(data => JsonSerializer.Serialize(data, data.GetType(), EventTypes.Json)), NpgsqlDbType.Array | NpgsqlDbType.Jsonb),
            (new byte[]?[count], NpgsqlDbType.Array | NpgsqlDbType.Bytea),
            (All(_ => causes.CausationId), NpgsqlDbType.Array | NpgsqlDbType.Varchar),
            (All(_ => causes.CorrelationId), NpgsqlDbType.Array | NpgsqlDbType.Varchar),
            (new string?[count], NpgsqlDbType.Array | NpgsqlDbType.Jsonb),
            (All(_ => append.Timestamp.UtcDateTime), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz),
            (append.ExpectedVersion, NpgsqlDbType.Bigint));

        T[] All<T>(Func<object, T> of) => [.. append.Events.Select(of)];
    }

    private static NpgsqlBatchCommand Keep(KeptAnswer answer)
    {
        var (key, attempt, status, location, body) = answer;
        return attempt is { } reserved
            ? Command(
                AnswerReservationSql,
                (key.Owner, NpgsqlDbType.Text),
                (key.Key, NpgsqlDbType.Text),
                (reserved, NpgsqlDbType.Uuid),
                (status, NpgsqlDbType.Integer),
                (location, NpgsqlDbType.Text),
                (body, NpgsqlDbType.Bytea))
            : Command(
                AnswerSql,
                (key.Owner, NpgsqlDbType.Text),
                (key.Key, NpgsqlDbType.Text),
                (key.Fingerprint, NpgsqlDbType.Bytea),
                (status, NpgsqlDbType.Integer),
                (location, NpgsqlDbType.Text),
                (body, NpgsqlDbType.Bytea));
    }

    private static NpgsqlBatchCommand Send(NewMessage outgoing, Causes causes) => Command(
        SendSql,
        (outgoing.Id, NpgsqlDbType.Uuid),
        (outgoing.StreamId, NpgsqlDbType.Uuid),
        (MessageTypes.AliasOf(outgoing.Body), NpgsqlDbType.Text),
        (MessageTypes.Write(outgoing.Body), NpgsqlDbType.Jsonb),
        (outgoing.Delay, NpgsqlDbType.Interval),
        (causes.CorrelationId, NpgsqlDbType.Text),
        (causes.CausationId, NpgsqlDbType.Text));

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<(object? Value, NpgsqlDbType Type)> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (value, type) in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        return command;
    }
}
