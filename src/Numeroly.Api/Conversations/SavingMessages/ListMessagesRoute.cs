using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Store;

namespace Numeroly.Api.Conversations;

/// <summary>What was said, in order.</summary>
/// <param name="LastVersion">Pass it as <c>after</c> to read on.</param>
/// <param name="HasMore">Whether there is more to read now.</param>
public sealed record Transcript(IReadOnlyList<SavedMessage> Items, long LastVersion, bool HasMore);

/// <summary><c>GET /conversations/{conversationId}/messages</c>.</summary>
public static class ListMessagesRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/conversations/{conversationId:guid}/messages", HandleAsync)
        .WithName("ListMessages")
        .WithSummary("What was said, in order, after a version of the conversation.")
        .Produces<Transcript>()
        .ProducesProblems(ProblemType.InvalidInput, ProblemType.NotFound)
        .Require(Role.User, Role.Assistant);

    private static async Task<IResult> HandleAsync(
        Guid conversationId, Caller caller, ConversationReader conversations, TranscriptReader transcript, CancellationToken cancellation, long after = 0, int limit = Limits.PageSize)
    {
        if (new InputErrors()
            .Require(after >= 0, "after", "must be a version, 0 or more.")
            .Require(limit is >= 1 and <= Limits.PageSize, "limit", $"must be 1 to {Limits.PageSize}.")
            .Any(out var invalid)) return invalid;

        if (await conversations.LoadAsync(conversationId, cancellation) is not { } conversation || !caller.MaySpeakIn(conversation))
            return Refusals.NoSuchConversation;

        var lines = await transcript.ListAsync(conversationId, after, limit + 1, cancellation);
        var page = lines.Take(limit).Select(SavedMessage.From).ToList();
        return TypedResults.Ok(new Transcript(page, page.Count > 0 ? page[^1].Version : after, lines.Count > limit));
    }
}
