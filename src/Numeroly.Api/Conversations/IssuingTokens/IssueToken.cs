using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Observability;
using Numeroly.Api.Store;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Wolverine.Http;

namespace Numeroly.Api.Conversations;

/// <summary><c>POST /conversations/{conversationId}/token</c> (criterion 08).</summary>
[Tags("Conversations")]
public static class IssueTokenEndpoint
{
    [WolverinePost(
        "/conversations/{conversationId:guid}/token",
        OperationId = "IssueToken",
        Summary = "A fresh token to join a conversation that has not ended.")]
    [Authorize(Roles = $"{Role.User},{Role.Assistant}"), TakesIdempotencyKey]
    [ProducesResponseType<CallAccess>(StatusCodes.Status200OK)]
    [Problems(
        ProblemType.NotFound, ProblemType.ConversationEnded, ProblemType.IdempotencyKeyReused, ProblemType.DailyRefused, ProblemType.DailyUnavailable)]
    public static async Task<IResult> PostAsync(
        Guid conversationId,
        [NotBody] Caller caller,
        HttpContext context,
        ConversationReader conversations,
        GroupCommit commits,
        DailyClient daily,
        Idempotency idempotency,
        ConversationPolicy policy,
        TimeProvider time,
        CancellationToken cancellation)
    {
        if (await conversations.LoadAsync(conversationId, cancellation) is not { } conversation || !caller.MaySpeakIn(conversation))
            return Refusals.NoSuchConversation;

        var who = caller.SpeaksAs(conversation);
        var expiresAt = Rooms.TokenExpiry(conversation.RoomExpiresAt, policy, time.GetUtcNow());
        if (IssuingTokens.Decide(conversation, who, expiresAt) is Decision.Refused refused) return refused.Refusal.ToProblem();

        var token = await daily.Tokens.CreateAsync(Rooms.TokenFor(conversation, who, expiresAt), cancellation);
        if (!token.IsSuccess) return token.Failure.ToProblem();

        var access = new CallAccess(conversationId, conversation.RoomUrl, token.Value.Jwt.Reveal(), expiresAt);
        var decided = await commits.DecideAsync(
            conversationId,
            (current, _, _) => IssuingTokens.Decide(current, who, expiresAt),
            Correlation.Of(context).Causes,
            cancellation,
            _ => idempotency.Keep(Idempotency.Of(context), StatusCodes.Status200OK, access));
        return decided.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Ok(access);
    }
}
