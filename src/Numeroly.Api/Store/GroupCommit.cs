using System.Threading.Channels;
using JasperFx;
using JasperFx.Events;
using Marten;
using Npgsql;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Events.Conversations;
using Wolverine.Marten;
using Wolverine.Persistence.Durability;
using Wolverine.Runtime;

namespace Numeroly.Api.Store;

/// <summary>
/// The way a decision from outside gets on record. Decisions that arrive together share one Marten session and one commit;
/// one alone waits for nobody. What is refused is taken out before saving. Where a batch fails, each of its decisions is
/// repeated by itself, so that only the one that is at fault fails; so is every decision that sends messages, since those
/// need their conversation's sequence. Marten commits each session by itself (measured: docs/engines.md).
/// </summary>
public sealed class GroupCommit(
    IDocumentStore store,
    IWolverineRuntime runtime,
    ConversationReader conversations,
    TranscriptReader transcript,
    IMartenDeduplicatedResponses answers,
    GroupCommitOptions options,
    TimeProvider time,
    ILogger<GroupCommit> log) : BackgroundService
{
    private const int MostTries = 50;

    // A conversation's decisions go to one worker, so that workers never append to one stream at the same time.
    private readonly Channel<Unit>[] _queues =
        [.. Enumerable.Range(0, options.Workers).Select(_ => Channel.CreateBounded<Unit>(Math.Max(1, options.MostWaiting / options.Workers)))];

    /// <summary>Decides on a conversation and commits, on fresh state as often as it takes.</summary>
    /// <param name="answer">The answer to keep for the request's idempotency key, in the same transaction.</param>
    /// <param name="messageId">The message that the decision is about: whether it is saved already is looked up.</param>
    /// <exception cref="AnsweredMeanwhileException">Another request with the same idempotency key was answered first.</exception>
    /// <exception cref="StoreBusyException">Too many others at once; nothing was done.</exception>
    public async Task<Decided> DecideAsync(
        Guid conversation,
        Decide decide,
        Causes causes,
        CancellationToken cancellation,
        Func<Decided, PendingDeduplicatedResponseClaim?>? answer = null,
        Guid? messageId = null)
    {
        var unit = new Unit(conversation, decide, causes, answer, messageId, new TaskCompletionSource<Decided>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _queues[(uint)conversation.GetHashCode() % _queues.Length].Writer.WriteAsync(unit, cancellation);
        var decided = await unit.Done.Task;
        foreach (var fact in decided.Events)
            log.Log(fact is MessageSaved or ConnectionReported or TurnMeasured ? LogLevel.Debug : LogLevel.Information, "{Event} is on record", fact.GetType().Name);
        return decided;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_queues.Select(queue => Task.Run(() => WorkAsync(queue.Reader), CancellationToken.None)));

    /// <summary>What waits is still committed; nothing more is taken.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in _queues) queue.Writer.TryComplete();
        if (ExecuteTask is { } working) await working.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    private async Task WorkAsync(ChannelReader<Unit> queue)
    {
        var batch = new List<Unit>(options.MostInBatch);
        while (await queue.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < options.MostInBatch && queue.TryRead(out var unit)) batch.Add(unit);
            if (batch.Count > 0) await CommitAsync(batch);
        }
    }

    private async Task CommitAsync(IReadOnlyList<Unit> batch)
    {
        IReadOnlyList<Unit> alone;
        try
        {
            alone = await CommitTogetherAsync(batch);
        }
        catch (Exception fault)
        {
            log.LogDebug("{Decisions} decisions cannot be committed together: {Fault}", batch.Count, fault.Message);
            alone = [.. batch.Where(unit => !unit.Done.Task.IsCompleted)];
        }

        // Not by this worker, which others wait for.
        foreach (var unit in alone) _ = CommitAloneAsync(unit);
    }

    /// <summary>Gives those that have to be committed by themselves.</summary>
    private async Task<IReadOnlyList<Unit>> CommitTogetherAsync(IReadOnlyList<Unit> batch)
    {
        await using var session = store.LightweightSession();
        // In one order everywhere, so that two batches never wait for each other crosswise.
        var streams = await FetchAsync(session, batch.Select(unit => unit.Conversation).Distinct().Order());
        var states = streams.ToDictionary(stream => stream.Key, stream => stream.Value.Aggregate);
        var decisions = new List<(Unit Unit, Decided Decided)>(batch.Count);
        var alone = new List<Unit>();
        foreach (var unit in batch)
        {
            if (!ConversationReader.IsFresh(streams[unit.Conversation].Aggregate, streams[unit.Conversation].CurrentVersion ?? 0)
                || states[unit.Conversation] is not { } conversation)
            {
                alone.Add(unit);
                continue;
            }

            var (decided, messages) = Decided.Of(unit.Decide, conversation, null, time.StoreNow());
            // A refusal may be a repetition, and what sends needs the sequence.
            if (!messages.IsEmpty || (decided.Refusal is not null && unit.MessageId is not null)) alone.Add(unit);
            else decisions.Add((unit, decided));
            if (messages.IsEmpty) states[unit.Conversation] = decided.Conversation;
        }

        foreach (var (unit, decided) in decisions.OrderBy(made => made.Unit.Conversation)) Write(session, streams[unit.Conversation], unit, decided);
        if (decisions.Exists(made => made.Unit.Writes(made.Decided))) await session.SaveChangesAsync(CancellationToken.None);
        foreach (var (unit, decided) in decisions) unit.Done.TrySetResult(decided);
        return alone;
    }

    private async Task CommitAloneAsync(Unit unit)
    {
        try
        {
            for (var tries = 1; tries <= MostTries; tries++)
            {
                try
                {
                    unit.Done.TrySetResult(await CommitOneAsync(unit));
                    return;
                }
                catch (Exception conflict) when (IsConflict(conflict) && tries < MostTries)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * Math.Min(tries, 20)));
                }
            }
        }
        catch (Exception fault)
        {
            unit.Done.TrySetException(IsConflict(fault) ? new StoreBusyException($"The conversation changed {MostTries} times while this was being decided.") : fault);
        }
    }

    private async Task<Decided> CommitOneAsync(Unit unit)
    {
        await using var session = store.LightweightSession();
        var outbox = new MartenOutbox(runtime, session) { CorrelationId = unit.Causes.CorrelationId };
        var stream = await session.Events.FetchForExclusiveWriting<Conversation>(unit.Conversation, CancellationToken.None);
        if (await conversations.FreshAsync(stream, CancellationToken.None) is not { } conversation) return Decided.NoSuchConversation(time.StoreNow());

        var known = unit.MessageId is { } message ? await transcript.FindAsync(unit.Conversation, message, CancellationToken.None) : null;
        var (decided, messages) = Decided.Of(unit.Decide, conversation, known, time.StoreNow());
        Write(session, stream, unit, decided);
        if (!messages.IsEmpty) await Sequencer.EnterAsync(session, outbox, unit.Conversation, messages, unit.Causes, CancellationToken.None);
        if (messages.IsEmpty && !unit.Writes(decided)) return decided;
        try
        {
            await session.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception fault) when (Idempotency.IsTaken(fault))
        {
            throw new AnsweredMeanwhileException();
        }

        return decided;
    }

    private void Write(IDocumentSession session, IEventStream<Conversation> stream, Unit unit, Decided decided)
    {
        if (decided.Refusal is not null) return;
        stream.Append(session, decided, unit.Causes);
        if (unit.Answer?.Invoke(decided) is { } claim) answers.QueueClaim(session, claim, null);
    }

    private static async Task<Dictionary<Guid, IEventStream<Conversation>>> FetchAsync(IDocumentSession session, IEnumerable<Guid> ids)
    {
        var batch = session.CreateBatchQuery();
        var fetched = ids.Select(id => (Id: id, Stream: batch.Events.FetchForWriting<Conversation>(id))).ToList();
        await batch.Execute(CancellationToken.None);
        var streams = new Dictionary<Guid, IEventStream<Conversation>>(fetched.Count);
        foreach (var (id, stream) in fetched) streams[id] = await stream;
        return streams;
    }

    private static bool IsConflict(Exception fault) => fault switch
    {
        ConcurrencyException or EventStreamUnexpectedMaxEventIdException or Marten.Exceptions.StreamLockedException => true,
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_mt_events_stream_and_version" or TranscriptReader.MessageIndex } => true,
        { InnerException: { } inner } => IsConflict(inner),
        _ => false,
    };

    private sealed record Unit(
        Guid Conversation,
        Decide Decide,
        Causes Causes,
        Func<Decided, PendingDeduplicatedResponseClaim?>? Answer,
        Guid? MessageId,
        TaskCompletionSource<Decided> Done)
    {
        public bool Writes(Decided decided) => decided.Refusal is null && (!decided.Events.IsEmpty || Answer is not null);
    }
}

/// <summary>How decisions are committed together.</summary>
public sealed record GroupCommitOptions
{
    public const string Section = "GroupCommit";

    /// <summary>Batches that are committed side by side on this node.</summary>
    public int Workers { get; init; } = 2;

    public int MostInBatch { get; init; } = 64;

    /// <summary>Decisions that wait on this node at most; who comes then waits to be let in.</summary>
    public int MostWaiting { get; init; } = 2_000;
}
