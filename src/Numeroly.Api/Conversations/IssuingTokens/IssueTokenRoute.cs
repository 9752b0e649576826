using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Observability;
using Numeroly.Daily;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary><c>POST /conversations/{conversationId}/token</c> (criterion 08).</summary>
public static class IssueTokenRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/conversations/{conversationId:guid}/token", HandleAsync)
        .WithName("IssueToken")
        .WithSummary("A fresh token to join a conversation that has not ended.")
        .Produces<CallAccess>()
        .ProducesProblems(ProblemType.NotFound, ProblemType.ConversationEnded, ProblemType.IdempotencyKeyReused, ProblemType.DailyRefused, ProblemType.DailyUnavailable)
        .Require(Role.User, Role.Assistant)
        .TakesIdempotencyKey();

    private static async Task<IResult> HandleAsync(
        Guid conversationId,
        Caller caller,
        HttpContext context,
        ConversationStore conversations,
        DailyClient daily,
        Idempotency idempotency,
        ConversationPolicy policy,
        CancellationToken cancellation)
    {
        var loaded = await conversations.LoadAsync(conversationId, cancellation);
        if (loaded.State is not { } conversation || !caller.MaySpeakIn(conversation)) return Answers.NoSuchConversation;

        var who = caller.SpeaksAs(conversation);
        var expiresAt = Rooms.TokenExpiry(conversation.RoomExpiresAt, policy, loaded.Now);
        if (IssuingTokens.Decide(conversation, who, expiresAt) is Decision.Refused refused) return refused.Refusal.ToProblem();

        var token = await daily.Tokens.CreateAsync(Rooms.TokenFor(conversation, who, expiresAt), cancellation);
        if (!token.IsSuccess) return token.Failure.ToProblem();

        var access = new CallAccess(conversationId, conversation.RoomUrl, token.Value.Jwt.Reveal(), expiresAt);
        var outcome = await conversations.DecideAsync(
            conversationId,
            (current, _) => IssuingTokens.Decide(current, who, expiresAt),
            new Commitment(Correlation.Of(context).Causes, Answer: _ => idempotency.Keep(Idempotency.Of(context), StatusCodes.Status200OK, access)),
            cancellation);
        return await outcome.ToAnswerAsync(context, idempotency, _ => TypedResults.Ok(access));
    }
}
