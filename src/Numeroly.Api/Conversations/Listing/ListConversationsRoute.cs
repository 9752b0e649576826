using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Http.Describing;
using Numeroly.Api.Identity;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>A conversation in a list.</summary>
public sealed record ConversationListItem(
    Guid ConversationId,
    ConversationStatus Status,
    Language Language,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    EndCause? EndCause,
    int? Rating,
    double? DurationSeconds,
    int MessageCount,
    DateTimeOffset? LastMessageAt,
    RecordingStatus RecordingStatus,
    double? RecordingSeconds);

/// <summary>One page of one's own conversations, newest first.</summary>
/// <param name="Total">How many there are in all that match.</param>
public sealed record ConversationPage(IReadOnlyList<ConversationListItem> Items, long Total, int Limit, int Offset);

/// <summary>What to list.</summary>
/// <param name="Limit">1 to 100, default 20.</param>
/// <param name="Q">Words that were said; capitals and Vietnamese marks do not matter.</param>
/// <param name="From">Created at or after.</param>
/// <param name="To">Created before.</param>
/// <param name="MinRating">Rated so or better.</param>
public sealed record ConversationFilter(
    [property: FromQuery(Name = "limit")] int Limit = 20,
    [property: FromQuery(Name = "offset")] int Offset = 0,
    [property: FromQuery(Name = "q")] string? Q = null,
    [property: FromQuery(Name = "status"), OneOfWords(typeof(ConversationStatus))] string? Status = null,
    [property: FromQuery(Name = "language"), OneOfWords(typeof(Language))] string? Language = null,
    [property: FromQuery(Name = "from")] DateTimeOffset? From = null,
    [property: FromQuery(Name = "to")] DateTimeOffset? To = null,
    [property: FromQuery(Name = "min_rating")] int? MinRating = null);

/// <summary><c>GET /conversations</c>.</summary>
public static class ListConversationsRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/conversations", HandleAsync)
        .WithName("ListConversations")
        .WithSummary("Your conversations, newest first, filtered and searched.")
        .Produces<ConversationPage>()
        .ProducesProblems(ProblemType.InvalidInput)
        .Require(Role.User);

    private static async Task<IResult> HandleAsync([AsParameters] ConversationFilter filter, Caller caller, ConversationList list, CancellationToken cancellation)
    {
        if (new InputErrors()
            .Require(filter.Limit is >= 1 and <= Limits.PageSize, "limit", $"must be 1 to {Limits.PageSize}.")
            .Require(filter.Offset is >= 0 and <= Limits.Offset, "offset", $"must be 0 to {Limits.Offset}; narrow the list by from and to instead.")
            .Require(filter.Q is null || filter.Q.Trim().Length is > 0 and <= Limits.SearchText, "q", $"must have 1 to {Limits.SearchText} characters.")
            .Require(filter.Status is null or "open" or "ended", "status", "must be 'open' or 'ended'.")
            .Require(filter.Language is null or "vi" or "en", "language", "must be 'vi' or 'en'.")
            .Require(filter.MinRating is null or (>= 1 and <= 5), "min_rating", "must be 1 to 5.")
            .Require(filter.From is null || filter.To is null || filter.From < filter.To, "to", "must be later than from.")
            .Any(out var invalid)) return invalid;

        var (items, total) = await list.FindAsync(caller.UserId, filter, cancellation);
        return TypedResults.Ok(new ConversationPage(items, total, filter.Limit, filter.Offset));
    }
}
