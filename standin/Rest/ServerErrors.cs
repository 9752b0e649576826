namespace Numeroly.StandIn.Rest;

/// <summary>Answers what goes wrong outside the endpoints in Daily's shape, so that the ledger and the client see the same status.</summary>
internal static class ServerErrors
{
    public static void UseServerErrors(this IApplicationBuilder app, ILogger log) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException e)
        {
            await new Refusal(e.StatusCode, "invalid-request-error", e.Message).ExecuteAsync(http);
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            log.LogError(e, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            await new Refusal(500, "server-error", e.Message).ExecuteAsync(http);
        }
    });
}
