namespace Numeroly.StandIn.Ledger;

/// <summary>All calls of the REST API.</summary>
internal sealed class CallJournal(StandInOptions options, TimeProvider clock) : Journal<ApiCall>(options.LedgerLimit)
{
    public async Task KeepAsync(HttpContext http, RequestDelegate next)
    {
        var call = new ApiCall(http.Request.Method, PathWithoutSecrets(http), Query(http.Request), clock.GetUtcNow()) { Room = RoomOf(http) };
        Add(call);
        http.Features.Set(call);
        var started = clock.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            var unheard = call.IsLost || (http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted);
            call.Finished(unheard ? null : http.Response.StatusCode, clock.GetElapsedTime(started));
        }
    }

    private static string? Query(HttpRequest request) => request.QueryString.HasValue ? request.QueryString.Value : null;

    private static string? RoomOf(HttpContext http) =>
        http.GetRouteValue("name") as string
        ?? http.Request.Query["room_name"].FirstOrDefault()
        ?? http.Request.Query["room"].FirstOrDefault();

    private static string PathWithoutSecrets(HttpContext http) =>
        http.GetRouteValue("token") is null ? http.Request.Path.Value! : "/v1/meeting-tokens/:token";
}

internal static class CallJournalMiddleware
{
    public static void UseCallJournal(this IApplicationBuilder app, CallJournal journal) => app.Use(journal.KeepAsync);

    /// <summary>Notes in the ledger which room the current call is about.</summary>
    public static void Concerns(this HttpContext http, string room)
    {
        if (http.Features.Get<ApiCall>() is { } call) call.Room = room;
    }
}
