using Numeroly.Api.Http;
using Numeroly.Api.Identity;

namespace Numeroly.Api.Analytics;

/// <summary><c>GET /analytics/turns</c>: how long people waited for answers, with nothing of what was said and of who said it.</summary>
public static class MeasureTurnsRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/analytics/turns", HandleAsync)
        .WithName("MeasureTurns")
        .WithTags("Analytics")
        .WithSummary("How long people waited for answers, stage by stage, as percentiles over any slice of turns.")
        .Produces<TurnsView>()
        .ProducesProblems(ProblemType.InvalidInput)
        .Require(Role.Analyst, Role.Operator);

    private static async Task<IResult> HandleAsync(
        [AsParameters] TurnsQuestion question, TurnStatistics statistics, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (question.Check(now).Any(out var invalid)) return invalid;
        return TypedResults.Ok(await statistics.MeasureAsync(question.Slice(now), question.Grouping(), cancellation));
    }
}
