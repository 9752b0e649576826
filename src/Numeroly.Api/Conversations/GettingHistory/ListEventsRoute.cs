using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Store;

namespace Numeroly.Api.Conversations;

/// <summary>Events of a conversation in order.</summary>
/// <param name="LastVersion">Pass it as <c>after</c> to read on.</param>
public sealed record EventPage(IReadOnlyList<EventView> Items, long LastVersion, bool HasMore);

/// <summary><c>GET /conversations/{conversationId}/events</c>: all that has happened, for its owner and for analysts.</summary>
public static class ListEventsRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/conversations/{conversationId:guid}/events", HandleAsync)
        .WithName("ListEvents")
        .WithSummary("What has happened in the conversation, in order.")
        .Produces<EventPage>()
        .ProducesProblems(ProblemType.InvalidInput, ProblemType.NotFound)
        .Require(Role.User, Role.Analyst);

    private static async Task<IResult> HandleAsync(
        Guid conversationId, Caller caller, ConversationReader conversations, CancellationToken cancellation, long after = 0, int limit = Limits.PageSize)
    {
        if (new InputErrors()
            .Require(after >= 0, "after", "must be a version, 0 or more.")
            .Require(limit is >= 1 and <= Limits.PageSize, "limit", $"must be 1 to {Limits.PageSize}.")
            .Any(out var invalid)) return invalid;

        if (await conversations.LoadAsync(conversationId, cancellation) is not { } conversation || !caller.MayStudy(conversation))
            return Refusals.NoSuchConversation;

        var read = await conversations.ReadEventsAsync(conversationId, after, default, limit + 1, cancellation).ToListAsync(cancellation);
        var page = read.Take(limit).ToList();
        return TypedResults.Ok(new EventPage([.. page.Select(EventView.From).OfType<EventView>()], page.Count > 0 ? page[^1].Version : after, read.Count > limit));
    }
}
