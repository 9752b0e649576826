using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Store;

namespace Numeroly.Api.Conversations;

/// <summary><c>GET /conversations/{conversationId}</c> (criteria 45-48): as it is, or as it was at a version or a time.</summary>
public static class GetConversationRoute
{
    // The answer is complete without the recording's link, which has a route of its own.
    private static readonly TimeSpan WaitForLink = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/conversations/{conversationId:guid}", HandleAsync)
        .WithName("GetConversation")
        .WithSummary("A conversation as it is, or as it was at a version or a time.")
        .Produces<ConversationView>()
        .ProducesProblems(ProblemType.InvalidInput, ProblemType.NotFound)
        .Require(Role.User, Role.Assistant, Role.Operator);

    private static async Task<IResult> HandleAsync(
        Guid conversationId,
        Caller caller,
        ConversationReader conversations,
        RecordingLinks links,
        CancellationToken cancellation,
        [FromQuery(Name = "as_of_version")] long? asOfVersion = null,
        [FromQuery(Name = "as_of")] DateTimeOffset? asOf = null)
    {
        if (new InputErrors().Require(asOfVersion is null or >= 1, "as_of_version", "must be 1 or more.").Any(out var invalid)) return invalid;

        if (await conversations.LoadAsync(conversationId, cancellation) is not { } now || !(caller.MaySpeakIn(now) || caller.MayEnd(now))) return Refusals.NoSuchConversation;

        var when = new AsOf(asOfVersion, asOf);
        if (when.IsNow)
        {
            var link = caller.Owns(now) ? await links.TryGetFirstAsync(now, WaitForLink, cancellation) : null;
            return TypedResults.Ok(ConversationView.From(now, caller.MaySpeakIn(now), link));
        }

        return await conversations.ReadAsOfAsync(conversationId, when, cancellation) is { } then
            ? TypedResults.Ok(ConversationView.From(then, caller.MaySpeakIn(then)))
            : ProblemAnswer.Of(ProblemType.NotFound, "The conversation had not begun then.");
    }
}
