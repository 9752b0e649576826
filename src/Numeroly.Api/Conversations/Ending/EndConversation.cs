using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Observability;
using Numeroly.Api.Store;
using Numeroly.Events.Conversations;
using Wolverine.Http;

namespace Numeroly.Api.Conversations;

/// <summary>Ends a conversation.</summary>
/// <param name="Rating">1 to 5, if the person wants to give one.</param>
public sealed record EndConversationRequest(int? Rating = null);

/// <summary><c>PATCH /conversations/{conversationId}</c> (criterion 09): ends it once, whoever asks first.</summary>
[Tags("Conversations")]
public static class EndConversationEndpoint
{
    // The answer is complete without the recording's link, which has a route of its own.
    private static readonly TimeSpan WaitForLink = TimeSpan.FromSeconds(2);

    [WolverinePatch(
        "/conversations/{conversationId:guid}",
        OperationId = "EndConversation",
        Summary = "End a conversation, with a rating if you like. Ending again changes nothing and answers the same.")]
    [Authorize(Roles = $"{Role.User},{Role.Operator}"), TakesIdempotencyKey]
    [ProducesResponseType<ConversationView>(StatusCodes.Status200OK)]
    [Problems(ProblemType.InvalidInput, ProblemType.NotFound, ProblemType.IdempotencyKeyReused)]
    public static async Task<IResult> PatchAsync(
        Guid conversationId,
        EndConversationRequest? request,
        [NotBody] Caller caller,
        HttpContext context,
        GroupCommit commits,
        RecordingLinks links,
        Idempotency idempotency,
        ConversationPolicy policy,
        CancellationToken cancellation)
    {
        var rating = request?.Rating;
        if (new InputErrors().Require(rating is null or (>= 1 and <= 5), "rating", "must be a whole number from 1 to 5.").Any(out var invalid)) return invalid;

        var decided = await commits.DecideAsync(
            conversationId,
            (conversation, _, now) => caller.MayEnd(conversation)
                ? Ending.Decide(conversation, caller.Owns(conversation) ? EndCause.User : EndCause.Operator, rating, policy, now)
                : Decision.NoSuchConversation,
            Correlation.Of(context).Causes,
            cancellation,
            done => idempotency.Keep(Idempotency.Of(context), StatusCodes.Status200OK, View(done.Conversation!)));
        if (decided is not { Refusal: null, Conversation: { } ended }) return decided.Refusal!.ToProblem();

        var link = caller.Owns(ended) ? await links.TryGetFirstAsync(ended, WaitForLink, cancellation) : null;
        return TypedResults.Ok(View(ended, link));

        ConversationView View(Conversation conversation, RecordingLinkView? recording = null) =>
            ConversationView.From(conversation, caller.Owns(conversation), recording);
    }
}
