using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Store;
using Numeroly.Numerology;
using RefusalKind = Numeroly.Numerology.RefusalKind;

namespace Numeroly.Api.Numbers;

/// <summary><c>GET /conversations/{conversationId}/numbers</c>: of whom the conversation's reading is about.</summary>
public static class GetConversationNumbersRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/conversations/{conversationId:guid}/numbers", HandleAsync)
        .WithName("GetConversationNumbers")
        .WithTags("Numbers")
        .WithSummary("The numbers of whom the conversation's reading is about.")
        .Produces<NumbersView>()
        .ProducesProblems(ProblemType.InvalidInput, ProblemType.NotFound, ProblemType.ReadingMissing)
        .Require(Role.User, Role.Assistant);

    private static async Task<IResult> HandleAsync(
        Guid conversationId,
        [AsParameters] NumbersQuestion question,
        Caller caller,
        ConversationReader conversations,
        HttpResponse response,
        TimeProvider time,
        CancellationToken cancellation)
    {
        if (question.Check().Any(out var invalid)) return invalid;

        if (await conversations.LoadAsync(conversationId, cancellation) is not { } conversation || !caller.MaySpeakIn(conversation))
            return Refusals.NoSuchConversation;
        if (conversation.Reading is not { } about) return Missing("It was begun without saying whom it is about. Ask for the numbers of a name and a birth date instead.");

        var (view, refused) = question.Answer(new Person(about.Name, about.BirthDate), conversation.Language, time);
        // A name in another script has no numbers, but the birth date still has.
        if (refused == RefusalKind.NameWithoutLetters && about.BirthDate is not null)
            (view, refused) = question.Answer(new Person(null, about.BirthDate), conversation.Language, time);
        if (view is null) return Explain(refused);
        PrivateAnswer.Allow(response);
        return TypedResults.Ok(view);
    }

    private static ProblemAnswer Explain(RefusalKind? refused) => refused switch
    {
        RefusalKind.BornLater => InputErrors.One("on", "must not be before the birth date of whom the conversation is about."),
        _ => Missing("The name it is about has no letter from A to Z, and it has no birth date."),
    };

    private static ProblemAnswer Missing(string detail) => ProblemAnswer.Of(ProblemType.ReadingMissing, detail);
}
