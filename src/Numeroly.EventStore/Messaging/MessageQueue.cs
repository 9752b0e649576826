using Npgsql;

namespace Numeroly.EventStore.Messaging;

/// <summary>The stored messages of a stream, as the one who holds the stream's lock works through them.</summary>
public sealed class MessageQueue(NpgsqlDataSource database)
{
    /// <summary>The message at the head of the line, when it is due and may be tried.</summary>
    internal async Task<DurableMessage?> HeadAsync(Guid stream, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select id, type, body, attempts, failures, correlation_id, causation_id, available_at <= now()
            from durable.messages where stream_id = $1 and due_at <= now()
            order by due_at, position limit 1
            """);
        command.Parameters.Add(new() { Value = stream });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation) || !reader.GetBoolean(7)) return null;
        return new DurableMessage(
            reader.GetGuid(0),
            stream,
            reader.GetString(1),
            reader.GetString(2),
            reader.GetInt32(3),
            reader.GetInt32(4),
            await reader.IsDBNullAsync(5, cancellation) ? null : reader.GetString(5),
            await reader.IsDBNullAsync(6, cancellation) ? null : reader.GetString(6));
    }

    internal Task CompleteAsync(DurableMessage message) =>
        ExecuteAsync("delete from durable.messages where id = $1", message.Id);

    internal Task PostponeAsync(DurableMessage message, string reason, TimeSpan delay, bool isFailure) => ExecuteAsync(
        "update durable.messages set available_at = now() + $2, last_failure = $3, attempts = attempts + 1, failures = failures + $4 where id = $1",
        message.Id,
        delay,
        reason,
        isFailure ? 1 : 0);

    /// <summary>Takes a message out of the line for good, to where an operator finds it.</summary>
    internal Task BuryAsync(DurableMessage message, string failure) => ExecuteAsync(
        """
        with dead as (delete from durable.messages where id = $1 returning *)
        insert into durable.dead_letters (id, stream_id, type, body, attempts, failure, correlation_id, causation_id, sent_at)
        select id, stream_id, type, body, attempts + 1, $2, correlation_id, causation_id, sent_at from dead
        """,
        message.Id,
        failure);

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
