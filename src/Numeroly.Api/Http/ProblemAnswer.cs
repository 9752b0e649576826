using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Numeroly.Api.Observability;

namespace Numeroly.Api.Http;

/// <summary>Answers with a problem, its headers included.</summary>
public sealed class ProblemAnswer(Problem problem) : IResult, IStatusCodeHttpResult
{
    public const string MediaType = "application/problem+json";

    public Problem Problem => problem;

    public int? StatusCode => problem.Status;

    public static ProblemAnswer Of(ProblemType type, string? detail = null, TimeSpan? retryAfter = null) => new(Problem.Of(type, detail, retryAfter));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString();
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var body = problem with { CorrelationId = Correlation.Of(httpContext).CorrelationId };
        await response.WriteAsJsonAsync(body, json, MediaType, httpContext.RequestAborted);
    }
}
