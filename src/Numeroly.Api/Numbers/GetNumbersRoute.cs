using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Http.Describing;
using Numeroly.Api.Identity;
using Numeroly.Events.Conversations;
using Numeroly.Numerology;
using RefusalKind = Numeroly.Numerology.RefusalKind;

namespace Numeroly.Api.Numbers;

/// <summary><c>GET /numbers</c>: the numbers of anybody. What is asked is kept nowhere.</summary>
public static class GetNumbersRoute
{
    private const string Needed = "is needed, unless the other is given.";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/numbers", Handle)
        .WithName("GetNumbers")
        .WithTags("Numbers")
        .WithSummary("The numbers of a name and a birth date, or of one of them, with how each came about and what it may say.")
        .Produces<NumbersView>()
        .ProducesProblems(ProblemType.InvalidInput)
        .Require(Role.User, Role.Assistant);

    private static IResult Handle(
        [FromQuery(Name = "name")] string? name,
        [FromQuery(Name = "birth_date"), DateText] string? birthDate,
        [AsParameters] NumbersQuestion question,
        [FromQuery(Name = "daily_name")] string? dailyName,
        HttpResponse response,
        TimeProvider time)
    {
        var isReadable = DateTextAttribute.TryRead(birthDate, out var born);
        var person = new Person(Text(name), born, Text(dailyName));
        var isSomebody = person.Name is not null || born is not null || !isReadable;
        if (question.Check()
            .Require(isSomebody, "name", Needed)
            .Require(isSomebody, "birth_date", Needed)
            .Require(isReadable, "birth_date", DateTextAttribute.Allowed)
            .Require(person.Name is null or { Length: <= Limits.Name }, "name", $"must have at most {Limits.Name} characters.")
            .Require(person.DailyName is null or { Length: <= Limits.Name }, "daily_name", $"must have at most {Limits.Name} characters.")
            .Require(born is null || born >= Limits.EarliestBirthDate, "birth_date", $"must be a date from {Limits.EarliestBirthDate:yyyy-MM-dd} on.")
            .Any(out var invalid)) return invalid;

        var (view, refused) = question.Answer(person, Language.Vi, time);
        if (view is null) return Explain(refused);
        PrivateAnswer.Allow(response);
        return TypedResults.Ok(view);
    }

    private static ProblemAnswer Explain(RefusalKind? refused) => refused switch
    {
        RefusalKind.NameWithoutLetters => InputErrors.One("name", "must be written with letters from A to Z, with any marks."),
        RefusalKind.BornLater => InputErrors.One("birth_date", "must not be after the day that the numbers are for."),
        _ => InputErrors.One("birth_date", "must be a date that numbers can be read from."),
    };

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}
