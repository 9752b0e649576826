namespace Numeroly.Api.Http;

/// <summary>Marks a route that takes an idempotency key.</summary>
public sealed class IdempotentRouteMetadata;

/// <summary>What routes say of themselves in the API description.</summary>
public static class RouteConventions
{
    /// <summary>Declares the problems a route can answer with; those that every route can have are added for all.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder route, params ProblemType[] types)
    {
        foreach (var status in types.Select(type => Problem.Of(type).Status).Distinct())
            route.Produces<Problem>(status, ProblemAnswer.MediaType);
        return route;
    }

    /// <summary>Lets the route be repeated under an <c>Idempotency-Key</c>.</summary>
    public static RouteHandlerBuilder TakesIdempotencyKey(this RouteHandlerBuilder route) =>
        route.WithMetadata(new IdempotentRouteMetadata()).AddEndpointFilter<IdempotentRoute>();
}
