using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Rest;

/// <summary><c>GET /</c>: the domain's name and the id that self-signed tokens need.</summary>
internal static class DomainEndpoints
{
    public static void MapDomain(this IEndpointRouteBuilder api) =>
        api.MapGet("/", (StandInOptions options) => new JsonAnswer(new JsonObject
        {
            ["domain_name"] = options.DomainName,
            ["domain_id"] = options.DomainId,
            ["config"] = new JsonObject(),
        }));
}
