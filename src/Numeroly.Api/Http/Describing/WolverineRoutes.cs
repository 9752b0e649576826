using Microsoft.OpenApi;

namespace Numeroly.Api.Http.Describing;

/// <summary>What Wolverine says of its routes beyond what we say ourselves.</summary>
internal static class WolverineRoutes
{
    /// <summary>A route that answers with different results says by attributes which; that it answers with "a result" says nothing.</summary>
    public static void Describe(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Description = null;
        var declared = metadata.OfType<Microsoft.AspNetCore.Mvc.ProducesResponseTypeAttribute>().Select(response => response.StatusCode.ToString()).ToHashSet();
        foreach (var status in (operation.Responses ?? []).Keys.Where(status => !declared.Contains(status)).ToList()) operation.Responses!.Remove(status);
    }
}
