using Npgsql;

namespace Numeroly.EventStore.Subscribing;

/// <summary>How far a subscriber has come, in Marten's <c>mt_event_progression</c>.</summary>
internal static class Checkpoint
{
    public static async Task<long> ReadAsync(NpgsqlConnection connection, ISubscriber subscriber, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select coalesce(
                (select last_seq_id from public.mt_event_progression where name = $1),
                case when $2 then (select max(seq_id) from public.mt_events) end,
                0)
            """,
            connection)
        {
            Parameters = { new() { Value = subscriber.Name }, new() { Value = subscriber.StartsWithTheNextEvent } },
        };
        return await command.ExecuteScalarAsync(cancellation) as long? ?? 0;
    }

    /// <exception cref="InvalidOperationException">Someone else has moved the checkpoint; what was handled must be rolled back.</exception>
    public static async Task AdvanceAsync(NpgsqlConnection connection, string name, long from, long to, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into public.mt_event_progression as p (name, last_seq_id, last_updated) values ($1, $3, transaction_timestamp())
            on conflict on constraint pk_mt_event_progression
            do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated where p.last_seq_id = $2
            """,
            connection)
        {
            Parameters = { new() { Value = name }, new() { Value = from }, new() { Value = to } },
        };
        if (await command.ExecuteNonQueryAsync(cancellation) == 0)
            throw new InvalidOperationException($"The checkpoint of {name} is not at {from} any more.");
    }
}
