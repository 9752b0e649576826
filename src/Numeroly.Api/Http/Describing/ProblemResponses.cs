using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Numeroly.Api.Http.Describing;

/// <summary>Adds to each operation the problems that every route can answer with.</summary>
internal static class ProblemResponses
{
    private static readonly ProblemType[] OnEveryRoute = [ProblemType.TooManyRequests, ProblemType.InternalError, ProblemType.StoreUnavailable];
    private static readonly ProblemType[] WithToken = [ProblemType.Unauthenticated, ProblemType.Forbidden];

    public static async Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, bool needsToken, CancellationToken cancellation)
    {
        if (context.Description.RelativePath!.StartsWith("health", StringComparison.Ordinal)) return;

        await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellation);
        operation.Responses ??= [];
        var declared = context.Description.ActionDescriptor.EndpointMetadata.OfType<ProblemsAttribute>().SelectMany(problems => problems.Types);
        foreach (var status in declared.Select(type => Problem.Of(type).Status).Distinct())
            operation.Responses.TryAdd(status.ToString(), Response(ReasonPhrases.GetReasonPhrase(status), context));
        foreach (var problem in (needsToken ? [.. WithToken, .. OnEveryRoute] : OnEveryRoute).Select(type => Problem.Of(type)))
            operation.Responses.TryAdd(problem.Status.ToString(), Response(problem.Title, context));
        operation.Responses["default"] = Response("Any other problem.", context);
    }

    private static OpenApiResponse Response(string description, OpenApiOperationTransformerContext context) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [ProblemAnswer.MediaType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), context.Document) },
        },
    };
}
