using Marten;
using Npgsql;
using NpgsqlTypes;
using Numeroly.Events.Conversations;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Numeroly.Api.Store.Sequencing;

/// <summary>
/// Strict order within a conversation, by any number of nodes: one of its messages is with Wolverine at a time, and who is
/// done with it publishes the next in the transaction of its own effects. Nothing is asked of the transport for that, and no
/// lock is held while a message is handled. Wolverine's own partitioning does not keep the order (docs/engines.md).
/// </summary>
public static class Sequencer
{
    private const string EnterSql = "select place, type, body::text, correlation_id, is_head from sequencer.enter($1, $2, $3, $4, $5, $6)";
    private const string LeaveSql = "select place, type, body::text, correlation_id from sequencer.leave($1, $2, $3, $4)";
    private const string ReenterSql = "select place, type, body::text, correlation_id, is_head from sequencer.reenter($1, $2)";
    private const string HandledAlready = "NU001";

    /// <summary>
    /// Puts messages at the end of the conversation's sequence, in the session's transaction; what is delayed is scheduled,
    /// and enters when it is due.
    /// </summary>
    public static async Task EnterAsync(
        IDocumentSession session, IMessageBus bus, Guid conversation, IReadOnlyList<OutgoingMessage> messages, Causes causes, CancellationToken cancellation)
    {
        foreach (var later in messages.Where(message => message.Delay > TimeSpan.Zero))
            await bus.ScheduleAsync(later.Body with { ConversationId = conversation, Place = 0 }, later.Delay);

        var now = messages.Where(message => message.Delay <= TimeSpan.Zero).Select(message => (Id: Guid.CreateVersion7(), message.Body)).ToList();
        if (now.Count > 0) await EnterAsync(session, bus, conversation, now, causes, cancellation);
    }

    /// <summary>The same for one message under an id of its own: entering twice changes nothing.</summary>
    public static Task EnterAsync(
        IDocumentSession session, IMessageBus bus, Guid id, ConversationMessage message, Causes causes, CancellationToken cancellation) =>
        EnterAsync(session, bus, message.ConversationId, [(id, message)], causes, cancellation);

    /// <summary>Puts one message at the end of its conversation's sequence, in a transaction of its own.</summary>
    public static async Task SendAsync(
        this IDocumentStore store, IWolverineRuntime runtime, Guid conversation, ConversationMessage message, Causes causes, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        var outbox = new MartenOutbox(runtime, session) { CorrelationId = causes.CorrelationId };
        await EnterAsync(session, outbox, conversation, [new OutgoingMessage(message, TimeSpan.Zero)], causes, cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes a message that is done, or has died, out of the sequence, and publishes the next.</summary>
    /// <exception cref="HandledAlreadyException">Somebody else has.</exception>
    public static async Task LeaveAsync(
        IDocumentSession session, IMessageBus bus, ConversationMessage message, string? failure, CancellationToken cancellation)
    {
        try
        {
            await PublishHeadAsync(
                session,
                bus,
                message.ConversationId,
                Command(LeaveSql, (message.ConversationId, NpgsqlDbType.Uuid), (message.Place, NpgsqlDbType.Bigint), (failure is not null, NpgsqlDbType.Boolean), (failure, NpgsqlDbType.Text)),
                cancellation);
        }
        catch (PostgresException second) when (second.SqlState == HandledAlready)
        {
            throw new HandledAlreadyException(message);
        }
    }

    /// <summary>A dead letter was replayed: it enters anew, at the end.</summary>
    public static Task ReenterAsync(IDocumentSession session, IMessageBus bus, ConversationMessage message, CancellationToken cancellation) =>
        PublishHeadAsync(
            session,
            bus,
            message.ConversationId,
            Command(ReenterSql, (message.ConversationId, NpgsqlDbType.Uuid), (message.Place, NpgsqlDbType.Bigint)),
            cancellation);

    private static Task EnterAsync(
        IDocumentSession session,
        IMessageBus bus,
        Guid conversation,
        IReadOnlyList<(Guid Id, ConversationMessage Body)> messages,
        Causes causes,
        CancellationToken cancellation) => PublishHeadAsync(
            session,
            bus,
            conversation,
            Command(
                EnterSql,
                (conversation, NpgsqlDbType.Uuid),
                (messages.Select(message => message.Id).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid),
                (messages.Select(message => MessageNames.Of(message.Body.GetType())).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text),
                (messages.Select(message => MessageNames.Write(message.Body)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Jsonb),
                (causes.CorrelationId, NpgsqlDbType.Text),
                (causes.CausationId, NpgsqlDbType.Text)),
            cancellation);

    private static async Task PublishHeadAsync(
        IDocumentSession session, IMessageBus bus, Guid conversation, NpgsqlCommand command, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        await using (command)
        {
            command.Connection = session.Connection;
            ConversationMessage? head = null;
            string? correlation = null;
            await using (var reader = await command.ExecuteReaderAsync(cancellation))
            {
                while (await reader.ReadAsync(cancellation))
                {
                    if (reader.FieldCount > 4 && !reader.GetBoolean(4)) continue;
                    head = MessageNames.Read(reader.GetString(1), reader.GetString(2), conversation, reader.GetInt64(0));
                    correlation = await reader.IsDBNullAsync(3, cancellation) ? null : reader.GetString(3);
                }
            }

            // Its own, not that of whoever happened to stand before it.
            if (head is not null) await bus.PublishAsync(head, new DeliveryOptions { CorrelationId = correlation });
            // Marten commits nothing where nothing is queued, and what was done here is already in its transaction.
            else session.QueueSqlCommand("select 1");
        }
    }

    private static NpgsqlCommand Command(string sql, params ReadOnlySpan<(object? Value, NpgsqlDbType Type)> parameters)
    {
        var command = new NpgsqlCommand(sql);
        foreach (var (value, type) in parameters) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        return command;
    }
}

/// <summary>The message was handled by somebody else: what this attempt came to is dropped.</summary>
public sealed class HandledAlreadyException(ConversationMessage message)
    : Exception($"{message.GetType().Name} at place {message.Place} of conversation {message.ConversationId} is handled already.");
