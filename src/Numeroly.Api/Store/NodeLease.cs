using Npgsql;
using Numeroly.Api.Store.Sequencing;
using Wolverine;
using Wolverine.RDBMS;
using Wolverine.Runtime;
using Wolverine.Transports;

namespace Numeroly.Api.Store;

/// <summary>
/// An advisory lock that this node holds on a database session of its own: a process that is gone has let go of it at once,
/// where Wolverine alone waits for <see cref="SequencerOptions.NodeDeadAfter"/>. A node that holds no lease and has missed
/// heartbeats is dead; what it had in hand goes on here. A live one that lost its session keeps its heartbeat, and a frozen
/// one its lease: it is dead after that time, also when it is the leader, whose part in this nobody else can take from it.
/// </summary>
public sealed class NodeLease(
    StoreDatabase database, IWolverineRuntime runtime, StoreReadiness ready, SequencerOptions options, ILogger<NodeLease> log) : BackgroundService
{
    private const string TakeSql = "select pg_advisory_lock(hashtextextended($1::text, 0))";

    // Whoever can take a node's lock knows that the node does not hold it. What a frozen node's open transaction has locked
    // stays with it, and keeps nothing else waiting; Wolverine looks for what such nodes leave behind.
    private const string InheritSql =
        """
        with dead as (
            delete from wolverine.wolverine_nodes
            where id <> $1 and (
                health_check < now() - $3 or (health_check < now() - $2 and pg_try_advisory_xact_lock(hashtextextended(id::text, 0))))
            returning node_number)
        update wolverine.wolverine_incoming_envelopes set owner_id = case when received_at = $5 then $4 else 0 end where ctid in (
            select ctid from wolverine.wolverine_incoming_envelopes
            where owner_id in (select node_number from dead) and status = 'Incoming' for update skip locked)
        returning body, id, status, owner_id, execution_time, attempts, message_type, received_at, keep_until
        """;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MissedHeartbeat = 3 * WolverineMessaging.Heartbeat;

    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until this node holds its lease, which it must before the others know of it: they would find it without.</summary>
    public Task HeldAsync(CancellationToken cancellation) => _held.Task.WaitAsync(cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HoldAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
            {
                log.LogWarning("This node cannot hold its lease now ({Fault}); its heartbeat goes on", fault.Message);
                await Task.Delay(LookEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task HoldAsync(CancellationToken cancellation)
    {
        await using var session = await database.OpenSessionAsync(cancellation);
        await using (var take = new NpgsqlCommand(TakeSql, session) { Parameters = { new() { Value = runtime.Options.UniqueNodeId } } })
            await take.ExecuteNonQueryAsync(cancellation);

        _held.TrySetResult();
        if (!await ready.WaitAsync(cancellation)) return;
        var queue = (IListenerCircuit)runtime.Endpoints.AgentForLocalQueue(WolverineMessaging.Queue);
        await using var inherit = new NpgsqlCommand(InheritSql, session)
        {
            Parameters =
            {
                new() { Value = runtime.Options.UniqueNodeId },
                new() { Value = MissedHeartbeat },
                new() { Value = options.NodeDeadAfter },
                new() { Value = runtime.Options.Durability.AssignedNodeNumber },
                new() { Value = queue.Endpoint.Uri.ToString() },
            },
        };
        while (!cancellation.IsCancellationRequested)
        {
            // Ours in the same statement: were they anybody's first, two nodes could both read them and both go on with them.
            var inherited = await ReadAsync(inherit, cancellation);
            if (inherited.Count > 0) await queue.EnqueueDirectlyAsync(inherited);
            await Task.Delay(LookEvery, cancellation);
        }
    }

    private async Task<List<Envelope>> ReadAsync(NpgsqlCommand inherit, CancellationToken cancellation)
    {
        var inherited = new List<Envelope>();
        await using var reader = await inherit.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var envelope = await DatabasePersistence.ReadIncomingAsync(reader, cancellation);
            if (envelope.OwnerId == runtime.Options.Durability.AssignedNodeNumber) inherited.Add(envelope);
        }

        return inherited;
    }
}
