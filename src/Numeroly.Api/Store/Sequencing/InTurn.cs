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
    // Two nodes may be given one message, when what a dead node had is taken over: the one that is alive and has it keeps it.
    private const string TakeSql =
        """
        with found as (
            select m.died_at is not null as is_dead, exists (
                select from sequencer.messages earlier
                where earlier.conversation_id = m.conversation_id and earlier.place < m.place and earlier.died_at is null) as is_behind
            from sequencer.messages m where m.conversation_id = $1 and m.place = $2),
        taken as (
            update sequencer.messages m set handled_by = $4
            from found where m.conversation_id = $1 and m.place = $2 and m.died_at is null and not found.is_behind
                and (m.handled_by is null or m.handled_by = $4 or not exists (select from wolverine.wolverine_nodes n where n.id = m.handled_by))
            returning m.place)
        select is_dead, is_dead and exists (select from wolverine.wolverine_dead_letters d where d.id = $3), is_behind, exists (select from taken) from found
        """;

    private const string LetGoSql =
        "update sequencer.messages set handled_by = null where conversation_id = $1 and place = $2 and handled_by = $3";

    private const string GiveBackSql =
        """
        update wolverine.wolverine_incoming_envelopes e set owner_id = n.node_number
        from sequencer.messages m join wolverine.wolverine_nodes n on n.id = m.handled_by
        where e.id = $1 and e.status = 'Incoming' and m.conversation_id = $2 and m.place = $3
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
        InHand inHand,
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

        if (!inHand.TryTake(message, envelope)) throw new InOtherHandsException(message);
        var state = State.NotOurs;
        try
        {
            state = await TakeAsync(message, envelope, runtime, database, cancellation);
        }
        finally
        {
            if (state != State.Taken) inHand.LetGo(message, envelope);
        }

        switch (state)
        {
            case State.Taken:
                return HandlerContinuation.Continue;
            case State.Dead:
                await ReenterAsync(message, store, runtime, cancellation);
                log.LogInformation("{MessageType} of {ConversationId} was replayed and enters anew", message.GetType().Name, message.ConversationId);
                return HandlerContinuation.Stop;
            case State.InOtherHands:
                throw new InOtherHandsException(message);
            default:
                return HandlerContinuation.Stop;
        }
    }

    /// <summary>Leaves a message to the node that is at it. One that nobody is at any more is looked at again.</summary>
    /// <returns>Whether it is left.</returns>
    public static async Task<bool> LeaveToOthersAsync(ConversationMessage message, Envelope envelope, NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(GiveBackSql);
        command.Parameters.Add(new() { Value = envelope.Id });
        command.Parameters.Add(new() { Value = message.ConversationId });
        command.Parameters.Add(new() { Value = message.Place });
        return await command.ExecuteNonQueryAsync(CancellationToken.None) > 0;
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

    /// <summary>Whatever became of it: the next try may be another node's.</summary>
    public static async Task FinallyAsync(Envelope envelope, InHand inHand, IWolverineRuntime runtime, NpgsqlDataSource database)
    {
        if (envelope.Message is not ConversationMessage { Place: > 0 } message || !inHand.LetGo(message, envelope)) return;
        await using var command = database.CreateCommand(LetGoSql);
        command.Parameters.Add(new() { Value = message.ConversationId });
        command.Parameters.Add(new() { Value = message.Place });
        command.Parameters.Add(new() { Value = runtime.Options.UniqueNodeId });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static async Task<State> TakeAsync(
        ConversationMessage message, Envelope envelope, IWolverineRuntime runtime, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(TakeSql);
        command.Parameters.Add(new() { Value = message.ConversationId });
        command.Parameters.Add(new() { Value = message.Place });
        command.Parameters.Add(new() { Value = envelope.Id });
        command.Parameters.Add(new() { Value = runtime.Options.UniqueNodeId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return State.NotOurs;
        // A dead letter that is replayed is none any more. While it is one, this is a second delivery of what died.
        if (reader.GetBoolean(0)) return reader.GetBoolean(1) ? State.NotOurs : State.Dead;
        if (reader.GetBoolean(3)) return State.Taken;
        return reader.GetBoolean(2) ? State.NotOurs : State.InOtherHands;
    }

    private enum State
    {
        Taken,
        Dead,

        /// <summary>Handled already, or not at the head yet.</summary>
        NotOurs,

        /// <summary>Another node is at it.</summary>
        InOtherHands,
    }
}

/// <summary>Somebody is at the message at this moment.</summary>
public sealed class InOtherHandsException(ConversationMessage message)
    : Exception($"{message.GetType().Name} at place {message.Place} of conversation {message.ConversationId} is being handled.");
