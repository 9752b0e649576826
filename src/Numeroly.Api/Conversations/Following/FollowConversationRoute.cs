using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Store;

namespace Numeroly.Api.Conversations;

/// <summary>
/// <c>GET /conversations/{conversationId}/live</c>: server-sent events (WHATWG HTML §9.2), each with its version as <c>id</c>,
/// its type as <c>event</c> and an <see cref="EventView"/> as <c>data</c>.
/// </summary>
public static class FollowConversationRoute
{
    private const string LastEventId = "Last-Event-ID";

    private static readonly TimeSpan AskAgainIn = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/conversations/{conversationId:guid}/live", HandleAsync)
        .WithName("FollowConversation")
        .WithSummary("The conversation's events as they happen, as server-sent events. Ends when nothing more is expected to happen.")
        .WithDescription(
            "Each event has its version as id, its type as event and an EventView as data; a comment comes when nothing happens for 15 seconds. "
            + "To go on after a break, send the last id as Last-Event-ID (or as after); without it everything from the beginning is sent.")
        // The data of each event: OpenAPI 3.0 has no words for more.
        .Produces<EventView>(contentType: MediaTypeNames.Text.EventStream)
        .ProducesProblems(ProblemType.InvalidInput, ProblemType.NotFound, ProblemType.TooManyRequests)
        .Require(Role.User, Role.Analyst, Role.Assistant);

    private static async Task<IResult> HandleAsync(
        Guid conversationId,
        Caller caller,
        HttpContext context,
        ConversationReader conversations,
        LiveFeed feed,
        FeedLimit limit,
        CancellationToken cancellation,
        [FromHeader(Name = LastEventId)] string? lastEventId = null,
        long after = 0)
    {
        // Browsers repeat the address as it was first, and name in the header what they have got since.
        var isResumed = !string.IsNullOrEmpty(lastEventId);
        if (isResumed && !long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out after)) after = -1;
        if (new InputErrors().Require(after >= 0, isResumed ? LastEventId : "after", "must be a version, 0 or more.").Any(out var invalid)) return invalid;

        if (await conversations.LoadAsync(conversationId, cancellation) is not { } conversation || !caller.MayFollow(conversation))
            return Refusals.NoSuchConversation;

        // The assistant's processes follow all the conversations they speak in.
        var place = caller.Is(Role.Assistant) ? null : limit.TryEnter(caller.UserId);
        if (place is null && !caller.Is(Role.Assistant))
            return ProblemAnswer.Of(ProblemType.TooManyRequests, $"You have {limit.PerUser} live feeds open, which is the most. Close one first.", AskAgainIn);
        if (place is not null) context.Response.RegisterForDispose(place);
        return TypedResults.ServerSentEvents(feed.FollowAsync(conversation, after, FeedConnection.Of(context)));
    }
}
