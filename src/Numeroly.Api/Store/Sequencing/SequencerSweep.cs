using System.Text;
using Marten;
using Npgsql;
using Numeroly.Api.Store.TakingOver;
using Numeroly.Events.Conversations;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Numeroly.Api.Store.Sequencing;

/// <summary>
/// Finds heads of sequences that should have been handled long since and that Wolverine does not have: their envelope was
/// deleted, or went to the dead letters by a way that asks no policy. Those that are dead leave; the others are published anew.
/// Then it takes over what a node of the version before has written since.
/// </summary>
public sealed class SequencerSweep(
    IDocumentStore store,
    IWolverineRuntime runtime,
    NpgsqlDataSource database,
    StoreBefore before,
    StoreReadiness ready,
    SequencerOptions options,
    ILogger<SequencerSweep> log) : BackgroundService
{
    private const string MissedSql =
        """
        select m.conversation_id, m.place, m.type, m.body::text, m.correlation_id
        from sequencer.messages m
        where m.died_at is null and m.published_at < now() - $1
        order by m.published_at limit 100
        """;

    // A body names its conversation; only those few that are missed are searched for.
    private const string WhereSql =
        """
        select exists (select from wolverine.wolverine_incoming_envelopes where status <> 'Handled' and position($1 in body) > 0 and position($2 in body) > 0),
               exists (select from wolverine.wolverine_dead_letters where position($1 in body) > 0 and position($2 in body) > 0)
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ready.WaitAsync(stoppingToken)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.SweepEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stoppingToken.IsCancellationRequested) await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning("Messages that nobody has cannot be looked for now: {Fault}", fault.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Looks once.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        foreach (var (message, correlation) in await MissedAsync(cancellation))
        {
            var (isWithWolverine, isDead) = await WhereIsAsync(message, cancellation);
            if (isWithWolverine) continue;
            await using var session = store.LightweightSession();
            var outbox = new MartenOutbox(runtime, session);
            if (isDead)
            {
                await LeaveAsync(session, outbox, message, cancellation);
                continue;
            }

            log.LogWarning("{MessageType} of {ConversationId} was with nobody and is published anew", message.GetType().Name, message.ConversationId);
            session.QueueSqlCommand("update sequencer.messages set published_at = now() where conversation_id = ? and place = ?", message.ConversationId, message.Place);
            await outbox.PublishAsync(message, new DeliveryOptions { CorrelationId = correlation });
            await session.SaveChangesAsync(cancellation);
        }

        await before.TakeOverAsync(cancellation);
    }

    private async Task LeaveAsync(IDocumentSession session, MartenOutbox outbox, ConversationMessage message, CancellationToken cancellation)
    {
        try
        {
            await Sequencer.LeaveAsync(session, outbox, message, "in the dead letters", cancellation);
            await session.SaveChangesAsync(cancellation);
            log.LogWarning("{MessageType} of {ConversationId} is in the dead letters and holds up nothing any more", message.GetType().Name, message.ConversationId);
        }
        catch (HandledAlreadyException)
        {
            log.LogDebug("Somebody else took {MessageType} of {ConversationId} out of its sequence", message.GetType().Name, message.ConversationId);
        }
    }

    private async Task<IReadOnlyList<(ConversationMessage Message, string? CorrelationId)>> MissedAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(MissedSql);
        command.Parameters.Add(new() { Value = options.MissedAfter });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var missed = new List<(ConversationMessage, string?)>();
        while (await reader.ReadAsync(cancellation))
        {
            missed.Add((
                MessageNames.Read(reader.GetString(2), reader.GetString(3), reader.GetGuid(0), reader.GetInt64(1)),
                await reader.IsDBNullAsync(4, cancellation) ? null : reader.GetString(4)));
        }

        return missed;
    }

    private async Task<(bool IsWithWolverine, bool IsDead)> WhereIsAsync(ConversationMessage message, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(WhereSql);
        command.Parameters.Add(new() { Value = Encoding.UTF8.GetBytes(message.ConversationId.ToString()) });
        command.Parameters.Add(new() { Value = Encoding.UTF8.GetBytes($"\"Place\":{message.Place},") });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetBoolean(0), reader.GetBoolean(1));
    }
}
