using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Observability;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>Ends a conversation.</summary>
/// <param name="Rating">1 to 5, if the person wants to give one.</param>
public sealed record EndConversationRequest(int? Rating = null);

/// <summary><c>PATCH /conversations/{conversationId}</c> (criterion 09): ends it once, whoever asks first.</summary>
public static class EndConversationRoute
{
    // The answer is complete without the recording's link, which has a route of its own.
    private static readonly TimeSpan WaitForLink = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPatch("/conversations/{conversationId:guid}", HandleAsync)
        .WithName("EndConversation")
        .WithSummary("End a conversation, with a rating if you like. Ending again changes nothing and answers the same.")
        .Produces<ConversationView>()
        .ProducesProblems(ProblemType.InvalidInput, ProblemType.NotFound, ProblemType.IdempotencyKeyReused)
        .Require(Role.User, Role.Operator)
        .TakesIdempotencyKey();

    private static async Task<IResult> HandleAsync(
        Guid conversationId,
        EndConversationRequest? request,
        Caller caller,
        HttpContext context,
        ConversationStore conversations,
        RecordingLinks links,
        Idempotency idempotency,
        ConversationPolicy policy,
        CancellationToken cancellation)
    {
        var rating = request?.Rating;
        if (new InputErrors().Require(rating is null or (>= 1 and <= 5), "rating", "must be a whole number from 1 to 5.").Any(out var invalid)) return invalid;

        var outcome = await conversations.DecideAsync(
            conversationId,
            (conversation, now) => Ending.Decide(conversation, caller.Owns(conversation) ? EndCause.User : EndCause.Operator, rating, policy, now),
            new Commitment(
                Correlation.Of(context).Causes,
                caller.MayEnd,
                decided => idempotency.Keep(Idempotency.Of(context), StatusCodes.Status200OK, ConversationView.From(decided.Conversation, caller.Owns(decided.Conversation)))),
            cancellation);
        var link = outcome is Outcome.Decided { Conversation: var ended } && caller.Owns(ended) ? await links.TryGetFirstAsync(ended, WaitForLink, cancellation) : null;
        return await outcome.ToAnswerAsync(context, idempotency, decided => TypedResults.Ok(ConversationView.From(decided.Conversation, caller.Owns(decided.Conversation), link)));
    }
}
