using Marten;
using Npgsql;
using NpgsqlTypes;
using Numeroly.Api.Store;

namespace Numeroly.Api.Assistants;

/// <summary>A conversation that is to have an assistant, and what that goes back to.</summary>
public sealed record Summoned(Guid ConversationId, Causes Causes);

/// <summary>
/// The conversations that are to have an assistant, and who has which: a session lock of PostgreSQL each, all on one connection.
/// It needs no clock, and is free the moment the process that held it dies, so there is never a second assistant.
/// </summary>
public sealed class Summons(NpgsqlConnection session) : IAsyncDisposable
{
    private const int LockClass = 0x53756D6D; // "Summ"; "Nume" were the version before's, on its conversations' messages

    // The limit leaves room for those that other processes have.
    private const string TakeSql =
        """
        with waiting as materialized (
            select conversation_id, correlation_id, hashtext(conversation_id::text) as lock_key
            from durable.summons where not conversation_id = any($2)
            order by summoned_at limit $1 * 4
        )
        select conversation_id, correlation_id, lock_key from waiting where not lock_key = any($4) and pg_try_advisory_lock($3, lock_key) limit $1
        """;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<Guid, int> _held = [];

    /// <summary>Has an assistant come to a conversation, once the session's transaction is committed.</summary>
    public static void Queue(IDocumentSession session, Guid conversation, Causes causes) => session.QueueSqlCommand(
        "insert into durable.summons (conversation_id, correlation_id, causation_id) values (?, ?::text, ?::text)",
        conversation,
        causes.CorrelationId!,
        causes.CausationId!);

    /// <summary>Takes up to <paramref name="most"/> conversations that nobody has.</summary>
    /// <exception cref="NpgsqlException">The session is lost, and all locks with it.</exception>
    public async Task<IReadOnlyList<Summoned>> TakeAsync(int most, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var take = new NpgsqlCommand(TakeSql, session);
            take.Parameters.Add(new() { Value = most });
            take.Parameters.Add(new() { Value = _held.Keys.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
            take.Parameters.Add(new() { Value = LockClass });
            take.Parameters.Add(new() { Value = _held.Values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
            var taken = new List<Summoned>();
            await using var reader = await take.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                _held.Add(reader.GetGuid(0), reader.GetInt32(2));
                taken.Add(new Summoned(reader.GetGuid(0), new Causes(await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetString(1), "summons")));
            }

            return taken;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Lets a conversation go: it is over, or another process may have it.</summary>
    /// <exception cref="NpgsqlException">The session is lost, and all locks with it.</exception>
    public async Task LetGoAsync(Guid conversation, bool isOver)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (!_held.Remove(conversation, out var key)) return;
            await using var letGo = new NpgsqlCommand(
                isOver
                    ? "with over as (delete from durable.summons where conversation_id = $1) select pg_advisory_unlock($2, $3)"
                    : "select pg_advisory_unlock($2, $3) where $1 is not null",
                session);
            letGo.Parameters.Add(new() { Value = conversation });
            letGo.Parameters.Add(new() { Value = LockClass });
            letGo.Parameters.Add(new() { Value = key });
            await letGo.ExecuteNonQueryAsync(CancellationToken.None);
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
