using Npgsql;
using NpgsqlTypes;
using Numeroly.EventStore.Messaging;

namespace Numeroly.EventStore.Idempotency;

/// <summary>
/// Answers kept for repeated requests (24 hours), and reservations for requests that must not run twice side by side.
/// </summary>
public sealed class IdempotencyKeys(NpgsqlDataSource database)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>What is known of a key; null when nothing is, or when the attempt that had it outlived its lease and so has died.</summary>
    public async Task<KnownKey?> FindAsync(IdempotencyKey key, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select fingerprint = $3, status, location, answer, greatest(extract(epoch from lease_until - now()), 0)::double precision
            from durable.idempotency_keys
            where owner = $1 and key = $2 and created_at > now() - $4 and (status is not null or lease_until >= now())
            """);
        command.Parameters.Add(new() { Value = key.Owner });
        command.Parameters.Add(new() { Value = key.Key });
        command.Parameters.Add(new() { Value = key.Fingerprint, NpgsqlDbType = NpgsqlDbType.Bytea });
        command.Parameters.Add(new() { Value = KeptFor });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        if (!reader.GetBoolean(0)) return new KnownKey.UsedForAnotherRequest();
        return await reader.IsDBNullAsync(1, cancellation)
            ? new KnownKey.UnderWay(TimeSpan.FromSeconds(reader.GetDouble(4)))
            : new KnownKey.Answered(
                reader.GetInt32(1), await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetString(2), reader.GetFieldValue<byte[]>(3));
    }

    /// <summary>
    /// Takes a key for one attempt and leaves a message that cleans up should the attempt come to nothing, both or
    /// neither. A reservation whose lease is over belongs to an attempt that died, and is taken over.
    /// </summary>
    /// <param name="key">Null when the request has none: then only the message is left.</param>
    /// <param name="lease">How long the attempt may take. It must have ended before, one way or the other.</param>
    /// <returns>The store's clock; null when the key is not free.</returns>
    public async Task<DateTimeOffset?> ReserveAsync(
        IdempotencyKey? key, Guid attempt, TimeSpan lease, NewMessage cleanUp, string? correlationId, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            with reserved as (
                insert into durable.idempotency_keys as k (owner, key, fingerprint, attempt, lease_until)
                select $1, $2, $3, $4, now() + $5 where $2 is not null
                on conflict (owner, key) do update
                set fingerprint = excluded.fingerprint, attempt = excluded.attempt, lease_until = excluded.lease_until,
                    status = null, answer = null, created_at = now()
                where k.created_at <= now() - $6
                   or (k.status is null and k.lease_until < now() and k.fingerprint = excluded.fingerprint)
                returning 1)
            insert into durable.messages (id, stream_id, type, body, due_at, available_at, correlation_id)
            select $7, $8, $9, $10, now() + $11, now() + $11, $12 where $2 is null or exists (select from reserved)
            returning now()
            """);
        Add(key?.Owner, NpgsqlDbType.Text);
        Add(key?.Key, NpgsqlDbType.Text);
        Add(key?.Fingerprint, NpgsqlDbType.Bytea);
        Add(attempt, NpgsqlDbType.Uuid);
        Add(lease, NpgsqlDbType.Interval);
        Add(KeptFor, NpgsqlDbType.Interval);
        Add(cleanUp.Id, NpgsqlDbType.Uuid);
        Add(cleanUp.StreamId, NpgsqlDbType.Uuid);
        Add(MessageTypes.AliasOf(cleanUp.Body), NpgsqlDbType.Text);
        Add(MessageTypes.Write(cleanUp.Body), NpgsqlDbType.Jsonb);
        Add(cleanUp.Delay, NpgsqlDbType.Interval);
        Add(correlationId, NpgsqlDbType.Text);
        return await command.ExecuteScalarAsync(cancellation) is DateTime now ? new DateTimeOffset(now, TimeSpan.Zero) : null;

        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }

    /// <summary>Frees the key of an attempt that came to nothing, and with <paramref name="cleanUp"/> given, withdraws its message.</summary>
    public async Task ReleaseAsync(IdempotencyKey? key, Guid attempt, Guid? cleanUp, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            with released as (delete from durable.idempotency_keys where owner = $1 and key = $2 and attempt = $3)
            delete from durable.messages where id = $4
            """);
        command.Parameters.Add(new() { Value = key?.Owner ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = key?.Key ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = attempt });
        command.Parameters.Add(new() { Value = cleanUp ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Forgets what is older than <see cref="KeptFor"/>. Gives how many.</summary>
    public async Task<int> ForgetOldAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("delete from durable.idempotency_keys where created_at <= now() - $1");
        command.Parameters.Add(new() { Value = KeptFor });
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
