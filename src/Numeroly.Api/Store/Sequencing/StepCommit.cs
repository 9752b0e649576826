using Marten;
using Numeroly.Events.Conversations;
using Npgsql;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Numeroly.Api.Store.Sequencing;

/// <summary>Carries a <see cref="Step"/> out.</summary>
public sealed class StepCommit(
    IDocumentStore store, IWolverineRuntime runtime, ConversationReader conversations, SequencerOptions options, TimeProvider time, ILogger<StepCommit> log)
{
    private const string PutOffSql =
        """
        update sequencer.messages set last_failure = $3, published_at = now() + $4
        where conversation_id = $1 and place = $2 and died_at is null
        """;

    private const string LookSql =
        """
        select correlation_id, id::text, exists (
            select from sequencer.messages waiting
            where waiting.conversation_id = $1 and waiting.place > $2 and waiting.type = $3 and waiting.died_at is null)
        from sequencer.messages where conversation_id = $1 and place = $2
        """;

    public async Task CommitAsync(Step step, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        var outbox = new MartenOutbox(runtime, session);
        if (step.NotNow is { } reason) await PutOffAsync(step, reason, session, outbox, cancellation);
        else await ConcludeAsync(step, session, outbox, cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    private async Task ConcludeAsync(Step step, IDocumentSession session, MartenOutbox outbox, CancellationToken cancellation)
    {
        var message = step.Message;
        await session.BeginTransactionAsync(cancellation);
        var (causes, isNextWaiting) = await LookAsync(session, step, cancellation);
        outbox.CorrelationId = causes.CorrelationId;
        // The version before sent all steps of closing a call at once: taken over from it, the next one is in its place already.
        List<OutgoingMessage> following = step.Next is { } next && !isNextWaiting ? [new OutgoingMessage(next, TimeSpan.Zero)] : [];
        if (step.Decide is { } decide)
        {
            // The stream before the sequence: whoever takes both takes them in this order.
            var stream = await session.Events.FetchForExclusiveWriting<Conversation>(message.ConversationId, cancellation);
            if (await conversations.FreshAsync(stream, cancellation) is { } conversation)
            {
                var (decided, messages) = Decided.Of((current, _, now) => decide(current, now), conversation, null, time.StoreNow());
                stream.Append(session, decided, causes);
                following.AddRange(messages);
                foreach (var fact in decided.Events) log.LogInformation("{Event} is on record", fact.GetType().Name);
            }
        }

        await Sequencer.EnterAsync(session, outbox, message.ConversationId, following, causes, cancellation);
        await Sequencer.LeaveAsync(session, outbox, message, failure: null, cancellation);
    }

    private async Task PutOffAsync(Step step, string reason, IDocumentSession session, MartenOutbox outbox, CancellationToken cancellation)
    {
        var pause = step.After ?? options.RetryAfter(step.Message.PutOff);
        log.LogInformation("{MessageType} is not possible now: {Reason}. Trying again in {RetryAfter}", step.Message.GetType().Name, reason, pause);
        await session.BeginTransactionAsync(cancellation);
        await using var keep = new NpgsqlCommand(PutOffSql, session.Connection)
        {
            Parameters = { new() { Value = step.Message.ConversationId }, new() { Value = step.Message.Place }, new() { Value = reason }, new() { Value = pause } },
        };
        if (await keep.ExecuteNonQueryAsync(cancellation) == 0) throw new HandledAlreadyException(step.Message);
        await outbox.ScheduleAsync(step.Message with { PutOff = step.Message.PutOff + 1 }, pause);
    }

    // What a message causes goes back to what caused the message.
    private static async Task<(Causes Causes, bool IsNextWaiting)> LookAsync(IDocumentSession session, Step step, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LookSql, session.Connection)
        {
            Parameters =
            {
                new() { Value = step.Message.ConversationId },
                new() { Value = step.Message.Place },
                new() { Value = step.Next is { } next ? MessageNames.Of(next.GetType()) : "" },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) throw new HandledAlreadyException(step.Message);
        return (new Causes(await reader.IsDBNullAsync(0, cancellation) ? null : reader.GetString(0), reader.GetString(1)), reader.GetBoolean(2));
    }
}
