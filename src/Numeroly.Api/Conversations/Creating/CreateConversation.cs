using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Observability;
using Numeroly.Events.Conversations;
using Wolverine.Http;

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
[Tags("Conversations")]
public static class CreateConversationEndpoint
{
    [WolverinePost(
        "/conversations",
        OperationId = "CreateConversation",
        Summary = "Start a conversation: a room, a token to join it, and the record, all or none.")]
    [Authorize(Roles = Role.User), CountsAsNewConversation, TakesIdempotencyKey]
    [ProducesResponseType<CallAccess>(StatusCodes.Status201Created)]
    [Problems(
        ProblemType.InvalidInput, ProblemType.IdempotencyKeyReused, ProblemType.RequestUnderWay, ProblemType.DailyRefused, ProblemType.DailyUnavailable)]
    public static async Task<IResult> PostAsync(
        CreateConversationRequest? request, [NotBody] Caller caller, HttpContext context, RoomCreation creation, TimeProvider time)
    {
        request ??= new CreateConversationRequest();
        if (Check(request, time.GetUtcNow()).Any(out var invalid)) return invalid;

        var reading = request.Name is null && request.BirthDate is null ? null : new Reading(request.Name?.Trim(), request.BirthDate);
        return await creation.CreateAsync(caller.UserId, request.Language ?? Language.Vi, reading, Idempotency.Of(context), Correlation.Of(context)) switch
        {
            RoomCreation.Result.Created created => TypedResults.Created($"/conversations/{created.Access.ConversationId}", created.Access),
            RoomCreation.Result.Failed failed => failed.Problem,
            _ => throw new AnsweredMeanwhileException(),
        };
    }

    private static InputErrors Check(CreateConversationRequest request, DateTimeOffset now)
    {
        var tomorrow = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1); // Where the person is it may be.
        return new InputErrors()
            .Require(request.Name is null || request.Name.Trim().Length is > 0 and <= Limits.Name, "name", $"must have 1 to {Limits.Name} characters.")
            .Require(
                request.BirthDate is null || (request.BirthDate >= Limits.EarliestBirthDate && request.BirthDate <= tomorrow),
                "birth_date",
                $"must be a date from {Limits.EarliestBirthDate:yyyy-MM-dd} to today.");
    }
}
