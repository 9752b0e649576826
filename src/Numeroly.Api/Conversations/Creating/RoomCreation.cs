using Marten;
using Marten.Exceptions;
using Microsoft.Extensions.Options;
using Numeroly.Api.Assistants;
using Numeroly.Api.Http;
using Numeroly.Api.Observability;
using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Numeroly.Api.Conversations;

/// <summary>
/// A room, a token and a record, or none of them, even if the process dies in between. Before Daily is asked for anything, a
/// reminder is committed, in a session of its own, that abandons the stream later. Either the conversation starts the stream,
/// or the reminder does; whoever is second gives up.
/// </summary>
public sealed class RoomCreation(
    IDocumentStore store,
    IWolverineRuntime runtime,
    DailyClient daily,
    Idempotency idempotency,
    ConversationPolicy policy,
    IOptions<ConversationOptions> options,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<RoomCreation> log)
{
    /// <summary>How creating went.</summary>
    public abstract record Result
    {
        public sealed record Created(CallAccess Access) : Result;

        public sealed record Failed(ProblemAnswer Problem) : Result;

        /// <summary>Another attempt with the same idempotency key has the right of way.</summary>
        public sealed record UnderWay : Result;
    }

    private static readonly ProblemAnswer TooSlow = ProblemAnswer.Of(
        ProblemType.DailyTimedOut, "Nothing was left behind. Try again in a moment.", TimeSpan.FromSeconds(5));

    /// <summary>Runs to its end even when the caller hangs up: an answer may be waiting for it under its key.</summary>
    public async Task<Result> CreateAsync(string userId, Language language, Reading? reading, IdempotencyKey? key, Correlation correlation)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        budget.CancelAfter(options.Value.CreationBudget);

        var id = Guid.CreateVersion7();
        correlation.ConversationId = id;
        if (await idempotency.ReserveAsync(key, options.Value.CreationBudget) is not { } reservation) return new Result.UnderWay();
        var attempt = new Attempt(id, reservation, correlation.Causes);
        await RemindAsync(attempt);

        try
        {
            var now = time.StoreNow();
            var expiresAt = Rooms.RoomExpiry(policy, now);
            var room = await Patient(3).Rooms.CreateOrGetAsync(Rooms.For(id, expiresAt, options.Value.Region), budget.Token);
            if (!room.IsSuccess) return await GiveUpAsync(attempt, room.Failure.ToProblem(), roomMayExist: room.Failure.MayHaveHappened);

            var tokenExpiresAt = Rooms.TokenExpiry(expiresAt, policy, now);
            var token = await Patient(3).Tokens.CreateAsync(Rooms.TokenForUser(id, userId, tokenExpiresAt), budget.Token);
            if (!token.IsSuccess) return await GiveUpAsync(attempt, token.Failure.ToProblem(), roomMayExist: true);

            budget.Token.ThrowIfCancellationRequested();
            var command = new CreateConversation(userId, room.Value.Room.Name, room.Value.Room.Url.ToString(), language, reading, expiresAt, tokenExpiresAt);
            return await RecordAsync(attempt, command, token.Value.Jwt, now);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested)
        {
            return await GiveUpAsync(attempt, TooSlow, roomMayExist: true);
        }
    }

    private async Task RemindAsync(Attempt attempt)
    {
        await using var session = store.LightweightSession();
        var outbox = new MartenOutbox(runtime, session) { CorrelationId = attempt.Causes.CorrelationId };
        await outbox.ScheduleAsync(new AbandonUnlessCreated(attempt.Id, Rooms.NameOf(attempt.Id)), options.Value.AbandonedAfter);
        await session.SaveChangesAsync();
    }

    private async Task<Result> RecordAsync(Attempt attempt, CreateConversation command, Secret token, DateTimeOffset now)
    {
        var answer = new CallAccess(attempt.Id, command.RoomUrl, token.Reveal(), command.TokenExpiresAt);
        var decision = Creating.Decide(command, policy, now);
        await using var session = store.LightweightSession();
        var outbox = new MartenOutbox(runtime, session) { CorrelationId = attempt.Causes.CorrelationId };
        session.Events.StartStream<Conversation>(attempt.Id, decision.Events.Select(object (fact) => session.Stamped(fact, attempt.Causes, now)));
        if (policy.SummonsAssistant) Summons.Queue(session, attempt.Id, attempt.Causes);
        try
        {
            await Sequencer.EnterAsync(session, outbox, attempt.Id, decision.Messages, attempt.Causes, CancellationToken.None);
            await idempotency.AnswerAsync(session, attempt.Reservation, StatusCodes.Status201Created, answer, $"/conversations/{attempt.Id}");
            await session.SaveChangesAsync();
        }
        catch (Exception lost) when (lost is ExistingStreamIdCollisionException or ReservationLostException)
        {
            log.LogWarning("Creating took too long and lost its right of way: {Reason}", lost.GetType().Name);
            return await GiveUpAsync(attempt, TooSlow, roomMayExist: true);
        }

        foreach (var fact in decision.Events) log.LogInformation("{Event} is on record", fact.GetType().Name);
        return new Result.Created(answer);
    }

    /// <summary>
    /// Deletes the room at once. The reminder stays: a request to Daily that we gave up waiting for may still be carried out.
    /// </summary>
    private async Task<Result> GiveUpAsync(Attempt attempt, ProblemAnswer problem, bool roomMayExist)
    {
        if (roomMayExist && !(await Patient(5).Rooms.DeleteAsync(Rooms.NameOf(attempt.Id), CancellationToken.None)).IsSuccess)
            log.LogWarning("The abandoned room could not be deleted at once; it will be after {AbandonedAfter}", options.Value.AbandonedAfter);
        await idempotency.ReleaseAsync(attempt.Reservation);
        return new Result.Failed(problem);
    }

    // A person is waiting: each step gets its share of the budget.
    private DailyClient Patient(int shareOfBudget) => daily.Within(options.Value.CreationBudget / shareOfBudget);

    private sealed record Attempt(Guid Id, Idempotency.Reservation Reservation, Causes Causes);
}
