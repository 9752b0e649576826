using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Numeroly.Api.Observability.Health;

/// <summary>How one dependency is.</summary>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Facts">What was measured.</param>
public sealed record DependencyHealth(string Status, string? Detail, IReadOnlyDictionary<string, JsonElement> Facts);

/// <summary>How this node is: unhealthy only when it can serve nothing.</summary>
public sealed record NodeHealth(string Status, IReadOnlyDictionary<string, DependencyHealth> Dependencies);

/// <summary><c>/health/live</c> for restarting, <c>/health/ready</c> for routing and for people.</summary>
public static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("Health");
        routes.MapGet("/health/live", () => TypedResults.Ok(new NodeHealth("healthy", new Dictionary<string, DependencyHealth>())))
            .WithName("GetLiveness").WithSummary("The process runs.").Produces<NodeHealth>().AllowAnonymous();
        routes.MapGet("/health/ready", ReadyAsync)
            .WithName("GetReadiness").WithSummary("Each dependency by name.").Produces<NodeHealth>().Produces<NodeHealth>(StatusCodes.Status503ServiceUnavailable).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(HealthCheckService checks, CancellationToken cancellation)
    {
        var report = await checks.CheckHealthAsync(cancellation);
        var health = new NodeHealth(Name(report.Status), report.Entries.ToDictionary(
            entry => entry.Key,
            entry => new DependencyHealth(
                Name(entry.Value.Status),
                entry.Value.Description,
                entry.Value.Data.ToDictionary(fact => fact.Key, fact => JsonSerializer.SerializeToElement(fact.Value), StringComparer.Ordinal)),
            StringComparer.Ordinal));
        return TypedResults.Json(health, statusCode: report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    private static string Name(HealthStatus status) => status.ToString().ToLowerInvariant();
}
