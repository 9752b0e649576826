namespace Numeroly.Api.Http;

/// <summary>The problems a route can answer with; those that every route can have are added for all.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProblemsAttribute(params ProblemType[] types) : Attribute
{
    public IReadOnlyList<ProblemType> Types => types;
}

/// <summary>What routes say of themselves in the API description.</summary>
public static class RouteConventions
{
    /// <inheritdoc cref="ProblemsAttribute"/>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder route, params ProblemType[] types)
    {
        foreach (var status in types.Select(type => Problem.Of(type).Status).Distinct())
            route.Produces<Problem>(status, ProblemAnswer.MediaType);
        return route;
    }
}
