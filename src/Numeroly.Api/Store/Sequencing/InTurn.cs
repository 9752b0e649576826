using Marten;
using Npgsql;
using Numeroly.Events.Conversations;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Numeroly.Api.Store.Sequencing;

/// <summary>
/// Stands before every handler of a conversation's message: lets through what is at the head of its sequence, has enter what
/// fell due or was replayed, and drops what is handled already.
/// </summary>
public static class InTurn
{
    private const string LookSql =
        """
        select m.died_at is not null, m.died_at is not null and exists (select from wolverine.wolverine_dead_letters d where d.id = $3), exists (
            select from sequencer.messages earlier
            where earlier.conversation_id = m.conversation_id and earlier.place < m.place and earlier.died_at is null)
        from sequencer.messages m where m.conversation_id = $1 and m.place = $2
        """;

    // Whoever changes this row is the one who has the message enter. It is what Wolverine does to an envelope that was handled.
    private const string ClaimSql =
        """
        update wolverine.wolverine_incoming_envelopes set status = 'Handled', keep_until = now() + $2
        where id = $1 and status <> 'Handled'
        """;

    public static async Task<HandlerContinuation> BeforeAsync(
        ConversationMessage message,
        Envelope envelope,
        IDocumentStore store,
        IWolverineRuntime runtime,
        NpgsqlDataSource database,
        ILogger<Step> log,
        CancellationToken cancellation)
    {
        if (message.Place == 0)
        {
            await EnterAsync(message, envelope, store, runtime, cancellation);
            return HandlerContinuation.Stop;
        }

        switch (await LookAsync(message, envelope, database, cancellation))
        {
            case State.AtHead:
                return HandlerContinuation.Continue;
            case State.Dead:
                await ReenterAsync(message, store, runtime, cancellation);
                log.LogInformation("{MessageType} of {ConversationId} was replayed and enters anew", message.GetType().Name, message.ConversationId);
                return HandlerContinuation.Stop;
            default:
                return HandlerContinuation.Stop;
        }
    }

    private static async Task EnterAsync(
        ConversationMessage message, Envelope envelope, IDocumentStore store, IWolverineRuntime runtime, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        await session.BeginTransactionAsync(cancellation);
        // It may be delivered again, by a node that takes over or one that was frozen, when what entered is handled and gone.
        await using var claim = new NpgsqlCommand(ClaimSql, session.Connection)
        {
            Parameters = { new() { Value = envelope.Id }, new() { Value = runtime.Options.Durability.KeepAfterMessageHandling } },
        };
        if (await claim.ExecuteNonQueryAsync(cancellation) == 0) return;
        var outbox = new MartenOutbox(runtime, session) { CorrelationId = envelope.CorrelationId };
        await Sequencer.EnterAsync(session, outbox, envelope.Id, message, new Causes(envelope.CorrelationId, envelope.Id.ToString()), cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    private static async Task ReenterAsync(ConversationMessage message, IDocumentStore store, IWolverineRuntime runtime, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        await Sequencer.ReenterAsync(session, new MartenOutbox(runtime, session), message, cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    private static async Task<State> LookAsync(ConversationMessage message, Envelope envelope, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(LookSql);
        command.Parameters.Add(new() { Value = message.ConversationId });
        command.Parameters.Add(new() { Value = message.Place });
        command.Parameters.Add(new() { Value = envelope.Id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return State.Handled;
        // A dead letter that is replayed is none any more. While it is one, this is a second delivery of what died.
        if (reader.GetBoolean(0)) return reader.GetBoolean(1) ? State.Handled : State.Dead;
        return reader.GetBoolean(2) ? State.Behind : State.AtHead;
    }

    private enum State
    {
        AtHead,
        Behind,
        Dead,
        Handled,
    }
}
