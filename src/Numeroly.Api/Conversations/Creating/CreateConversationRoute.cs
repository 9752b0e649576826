using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Observability;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>What a person may say of the conversation they want; all of it optional.</summary>
/// <param name="Language">Default Vietnamese.</param>
/// <param name="Name">Whom the reading is about.</param>
/// <param name="BirthDate">Of that person.</param>
public sealed record CreateConversationRequest(Language? Language = null, string? Name = null, DateOnly? BirthDate = null);

/// <summary>What the app needs to join the call.</summary>
/// <param name="RoomUrl">Address of the call.</param>
/// <param name="Token">Daily meeting token; lets its holder in.</param>
/// <param name="ExpiresAt">Until when the token lets its holder in.</param>
public sealed record CallAccess(Guid ConversationId, string RoomUrl, string Token, DateTimeOffset ExpiresAt);

/// <summary><c>POST /conversations</c> (criteria 03-07, 88-92).</summary>
public static class CreateConversationRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/conversations", HandleAsync)
        .WithName("CreateConversation")
        .WithSummary("Start a conversation: a room, a token to join it, and the record, all or none.")
        .WithMetadata(new CountsAsNewConversation())
        .Produces<CallAccess>(StatusCodes.Status201Created)
        .ProducesProblems(ProblemType.InvalidInput, ProblemType.IdempotencyKeyReused, ProblemType.RequestUnderWay, ProblemType.DailyRefused, ProblemType.DailyUnavailable)
        .Require(Role.User)
        .TakesIdempotencyKey();

    private static async Task<IResult> HandleAsync(
        CreateConversationRequest? request, Caller caller, HttpContext context, RoomCreation creation, Idempotency idempotency, TimeProvider time)
    {
        request ??= new CreateConversationRequest();
        var tomorrow = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1); // Where the person is it may be.
        if (new InputErrors()
            .Require(request.Name is null || request.Name.Trim().Length is > 0 and <= Limits.Name, "name", $"must have 1 to {Limits.Name} characters.")
            .Require(
                request.BirthDate is null || (request.BirthDate >= Limits.EarliestBirthDate && request.BirthDate <= tomorrow),
                "birth_date",
                $"must be a date from {Limits.EarliestBirthDate:yyyy-MM-dd} to today.")
            .Any(out var invalid)) return invalid;

        var reading = request.Name is null && request.BirthDate is null ? null : new Reading(request.Name?.Trim(), request.BirthDate);
        var key = Idempotency.Of(context);
        return await creation.CreateAsync(caller.UserId, request.Language ?? Language.Vi, reading, key, Correlation.Of(context)) switch
        {
            RoomCreation.Result.Created created => TypedResults.Created($"/conversations/{created.Access.ConversationId}", created.Access),
            RoomCreation.Result.Failed failed => failed.Problem,
            _ => await idempotency.ReplayAsync(context) ?? Idempotency.UnderWay(TimeSpan.FromSeconds(1)),
        };
    }
}
