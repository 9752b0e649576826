using Marten;
using Npgsql;
using Numeroly.Api.Store.Sequencing;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Numeroly.Api.Store.TakingOver;

/// <summary>
/// Moves the version before's messages, a stream at a time, each in one transaction: what is due enters the conversation's
/// sequence in order and under its own id, what is not is scheduled for when it is.
/// </summary>
public sealed class MessagesBefore(IDocumentStore store, IWolverineRuntime runtime, NpgsqlDataSource database, ILogger<MessagesBefore> log)
{
    // A node of that version that is creating a conversation, which takes it 25 seconds at most, needs to find its clean-up there.
    private const string Movable =
        "type <> 'attend_conversation' and (type <> 'delete_room_unless_created' or sent_at < now() - interval '30 seconds')";

    private const string StreamsSql = $"select distinct stream_id from durable.messages where {Movable}";

    private const string TakeSql =
        $"""
        with taken as (delete from durable.messages where stream_id = $1 and {Movable} returning *)
        select id, type, body::text, due_at, due_at <= now(), attempts, last_failure, correlation_id, causation_id
        from taken order by due_at, position
        """;

    /// <summary>Gives how many.</summary>
    public Task<int> TakeOverAsync(CancellationToken cancellation) =>
        LineBefore.TakeOverEachAsync(database, StreamsSql, TakeOverAsync, "messages", log, cancellation);

    private async Task<int> TakeOverAsync(Guid stream, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (!await LineBefore.TryHoldAsync(session, stream, cancellation)) return 0;
        var messages = await TakeAsync(session, stream, cancellation);
        var outbox = new MartenOutbox(runtime, session);
        foreach (var message in messages) await MoveAsync(session, outbox, message, cancellation);
        await session.SaveChangesAsync(cancellation);
        return messages.Count;
    }

    private static async Task MoveAsync(IDocumentSession session, MartenOutbox outbox, MessageBefore before, CancellationToken cancellation)
    {
        outbox.CorrelationId = before.Causes.CorrelationId;
        switch (before)
        {
            case { Abandon: { } abandon, IsDue: true }:
                await outbox.PublishAsync(abandon);
                break;
            case { Abandon: { } abandon }:
                await outbox.ScheduleAsync(abandon, before.DueAt);
                break;
            case { Message: { } message, IsDue: true }:
                await Sequencer.EnterAsync(session, outbox, before.Id, message, before.Causes, cancellation);
                if (before.LastFailure is { } failure)
                    session.QueueSqlCommand("update sequencer.messages set last_failure = ? where id = ?", failure, before.Id);
                break;
            case { Message: { } message }:
                await outbox.ScheduleAsync(message, before.DueAt);
                break;
        }
    }

    private static async Task<IReadOnlyList<MessageBefore>> TakeAsync(IDocumentSession session, Guid stream, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(TakeSql, session.Connection) { Parameters = { new() { Value = stream } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var messages = new List<MessageBefore>();
        while (await reader.ReadAsync(cancellation))
        {
            messages.Add(new MessageBefore(
                reader.GetGuid(0),
                stream,
                reader.GetString(1),
                reader.GetString(2),
                reader.GetFieldValue<DateTimeOffset>(3),
                reader.GetBoolean(4),
                reader.GetInt32(5),
                await LineBefore.TextAsync(reader, 6, cancellation),
                new Causes(await LineBefore.TextAsync(reader, 7, cancellation), await LineBefore.TextAsync(reader, 8, cancellation))));
        }

        return messages;
    }
}
