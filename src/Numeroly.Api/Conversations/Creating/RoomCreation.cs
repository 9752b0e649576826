using Microsoft.Extensions.Options;
using Numeroly.Api.Http;
using Numeroly.Api.Observability;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Idempotency;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Conversations;

/// <summary>
/// A room, a token and a record, or none of them, even if the process dies in between. Before Daily is asked for
/// anything, a message is committed that deletes the room later; starting the stream withdraws it, in one transaction.
/// So either the conversation exists, or the message does.
/// </summary>
public sealed class RoomCreation(
    IdempotencyKeys keys,
    DailyClient daily,
    ConversationStore conversations,
    Idempotency answers,
    ConversationPolicy policy,
    IOptions<ConversationOptions> options,
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

        var attempt = new Attempt(Guid.CreateVersion7(), key, correlation.Causes);
        correlation.ConversationId = attempt.Id;
        if (await ReserveAsync(attempt, budget.Token) is not { } now) return new Result.UnderWay();

        try
        {
            var expiresAt = Rooms.RoomExpiry(policy, now);
            var room = await Patient(3).Rooms.CreateOrGetAsync(Rooms.For(attempt.Id, expiresAt, options.Value.Region), budget.Token);
            if (!room.IsSuccess) return await GiveUpAsync(attempt, room.Failure.ToProblem(), roomMayExist: room.Failure.MayHaveHappened);

            var tokenExpiresAt = Rooms.TokenExpiry(expiresAt, policy, now);
            var token = await Patient(3).Tokens.CreateAsync(Rooms.TokenForUser(attempt.Id, userId, tokenExpiresAt), budget.Token);
            if (!token.IsSuccess) return await GiveUpAsync(attempt, token.Failure.ToProblem(), roomMayExist: true);

            var command = new CreateConversation(
                userId, room.Value.Room.Name, room.Value.Room.Url.ToString(), language, reading, expiresAt, tokenExpiresAt);
            return await RecordAsync(attempt, command, token.Value.Jwt, now, budget.Token);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested)
        {
            return await GiveUpAsync(attempt, TooSlow, roomMayExist: true);
        }
    }

    private Task<DateTimeOffset?> ReserveAsync(Attempt attempt, CancellationToken cancellation) => keys.ReserveAsync(
        attempt.Key,
        attempt.Id,
        options.Value.CreationBudget,
        new NewMessage(attempt.CleanUp, attempt.Id, new DeleteRoomUnlessCreated(Rooms.NameOf(attempt.Id)), options.Value.AbandonedAfter),
        attempt.Causes.CorrelationId,
        cancellation);

    private async Task<Result> RecordAsync(
        Attempt attempt, CreateConversation command, Secret token, DateTimeOffset now, CancellationToken cancellation)
    {
        var answer = new CallAccess(attempt.Id, command.RoomUrl, token.Reveal(), command.TokenExpiresAt);
        var kept = answers.Keep(attempt.Key, StatusCodes.Status201Created, answer, attempt.Id, $"/conversations/{attempt.Id}");
        var result = await conversations.StartAsync(
            attempt.Id, Creating.Decide(attempt.Id, command, policy, now), now, attempt.CleanUp, kept, attempt.Causes, cancellation);
        if (result is AppendResult.Committed) return new Result.Created(answer);

        log.LogWarning("Creating took too long and lost its right of way: {Result}", result.GetType().Name);
        return await GiveUpAsync(attempt, TooSlow, roomMayExist: true);
    }

    /// <summary>
    /// Deletes the room at once. The clean-up message stays wherever a room may have been made: a request to Daily that
    /// we gave up waiting for may still be carried out.
    /// </summary>
    private async Task<Result> GiveUpAsync(Attempt attempt, ProblemAnswer problem, bool roomMayExist)
    {
        if (roomMayExist && !(await Patient(5).Rooms.DeleteAsync(Rooms.NameOf(attempt.Id), CancellationToken.None)).IsSuccess)
            log.LogWarning("The abandoned room could not be deleted at once; it will be after {CleanUp}", options.Value.AbandonedAfter);
        await keys.ReleaseAsync(attempt.Key, attempt.Id, roomMayExist ? null : attempt.CleanUp, CancellationToken.None);
        return new Result.Failed(problem);
    }

    // A person is waiting: each step gets its share of the budget.
    private DailyClient Patient(int shareOfBudget) => daily.Within(options.Value.CreationBudget / shareOfBudget);

    private sealed record Attempt(Guid Id, IdempotencyKey? Key, Causes Causes)
    {
        public Guid CleanUp { get; } = Guid.CreateVersion7();
    }
}
