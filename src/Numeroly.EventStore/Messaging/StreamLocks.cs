using Npgsql;
using NpgsqlTypes;

namespace Numeroly.EventStore.Messaging;

/// <summary>
/// Who handles which stream's messages: a session lock of PostgreSQL per stream, all on one connection. It needs no lease
/// and no clock, and is free the moment the process that held it dies.
/// </summary>
internal sealed class StreamLocks(NpgsqlConnection session, string[] types) : IAsyncDisposable
{
    private const int LockClass = 0x4E756D65; // "Nume"

    // The message at the head of its stream's line, due, and of a type this node knows. The limit leaves room for
    // streams that other nodes are busy with.
    private const string TakeSql =
        """
        with heads as materialized (
            select m.stream_id, hashtext(m.stream_id::text) as lock_key
            from durable.messages m
            where m.available_at <= now() and m.type = any($3) and not m.stream_id = any($2)
              and not exists (
                select from durable.messages earlier
                where earlier.stream_id = m.stream_id and (earlier.due_at, earlier.position) < (m.due_at, m.position))
            order by m.available_at
            limit $1 * 4
        )
        select stream_id, lock_key from heads where not lock_key = any($5) and pg_try_advisory_lock($4, lock_key) limit $1
        """;

    private const string NextDueSql = "select extract(epoch from min(available_at) - now())::double precision from durable.messages where available_at > now()";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<Guid, int> _held = [];

    /// <summary>Locks up to <paramref name="most"/> streams that have a message to handle now.</summary>
    /// <exception cref="NpgsqlException">The session is lost, and all locks with it.</exception>
    public async Task<IReadOnlyList<Guid>> TakeAsync(int most, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var take = new NpgsqlCommand(TakeSql, session);
            take.Parameters.Add(new() { Value = most });
            take.Parameters.Add(new() { Value = _held.Keys.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
            take.Parameters.Add(new() { Value = types });
            take.Parameters.Add(new() { Value = LockClass });
            take.Parameters.Add(new() { Value = _held.Values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
            var taken = new List<Guid>();
            await using var reader = await take.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                _held.Add(reader.GetGuid(0), reader.GetInt32(1));
                taken.Add(reader.GetGuid(0));
            }

            return taken;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>How long until the next message falls due; null when none is waiting.</summary>
    public async Task<TimeSpan?> NextDueAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var command = new NpgsqlCommand(NextDueSql, session);
            return await command.ExecuteScalarAsync(cancellation) is double seconds ? TimeSpan.FromSeconds(seconds) : null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <exception cref="NpgsqlException">The session is lost, and all locks with it.</exception>
    public async Task ReleaseAsync(Guid stream)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (!_held.Remove(stream, out var key)) return;
            await using var unlock = new NpgsqlCommand("select pg_advisory_unlock($1, $2)", session);
            unlock.Parameters.Add(new() { Value = LockClass });
            unlock.Parameters.Add(new() { Value = key });
            await unlock.ExecuteNonQueryAsync(CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        _turn.Dispose();
    }
}
