using Npgsql;

namespace Numeroly.EventStore.Messaging;

/// <summary>Messages that failed too often, kept until someone looks at them.</summary>
public sealed class DeadLetters(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select id, stream_id, type, attempts, failure, sent_at, died_at from durable.dead_letters order by died_at desc limit $1");
        command.Parameters.Add(new() { Value = limit });
        var letters = new List<DeadLetter>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            letters.Add(new DeadLetter(
                reader.GetGuid(0),
                reader.GetGuid(1),
                reader.GetString(2),
                reader.GetInt32(3),
                reader.GetString(4),
                reader.GetFieldValue<DateTimeOffset>(5),
                reader.GetFieldValue<DateTimeOffset>(6)));
        }

        return letters;
    }

    public async Task<long> CountAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select count(*) from durable.dead_letters");
        return await command.ExecuteScalarAsync(cancellation) as long? ?? 0;
    }

    /// <summary>Puts a dead letter (or, without an id, all of them) back in line, at its end. Gives how many.</summary>
    public async Task<int> ReplayAsync(Guid? id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            with back as (delete from durable.dead_letters where $1::uuid is null or id = $1 returning *)
            insert into durable.messages (id, stream_id, type, body, due_at, available_at, correlation_id, causation_id, sent_at)
            select id, stream_id, type, body, now(), now(), correlation_id, causation_id, sent_at from back order by sent_at
            """);
        command.Parameters.Add(new() { Value = id ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>A message that failed too often. Its body is left out: it is nobody's business on a screen.</summary>
public sealed record DeadLetter(
    Guid Id, Guid StreamId, string Type, int Attempts, string Failure, DateTimeOffset SentAt, DateTimeOffset DiedAt);
