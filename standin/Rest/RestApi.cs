using Numeroly.StandIn.Faults;
using Numeroly.StandIn.Ledger;

namespace Numeroly.StandIn.Rest;

/// <summary>Daily's REST API under <c>/v1</c>: what every call passes through, and the endpoints.</summary>
internal static class RestApi
{
    private const string Prefix = "/v1";

    public static void AddRest(this IServiceCollection services)
    {
        services.AddSingleton<RateLimits>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }

    public static void UseRest(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase), api =>
        {
            var services = app.Services;
            api.UseCallJournal(services.GetRequiredService<CallJournal>());
            api.UseServerErrors(app.Logger);
            api.UseBufferedBodies();
            api.UseFaults(services.GetRequiredService<FaultBook>(), services.GetRequiredService<TimeProvider>(), app.Lifetime.ApplicationStopping);
            api.UseApiKey(services.GetRequiredService<StandInOptions>());
            api.UseRateLimits(services.GetRequiredService<RateLimits>());
        });

    public static void MapRest(this WebApplication app)
    {
        var api = app.MapGroup(Prefix);
        api.MapDomain();
        api.MapRooms();
        api.MapBatchRooms();
        api.MapMeetingTokens();
        api.MapRuntime();
        api.MapRecordingControl();
        api.MapTranscription();
        api.MapRecordings();
        api.MapMeetings();
        api.MapPresence();
        api.MapWebhooks();
        api.Map("/{**unknown}", (HttpContext http) => Refusal.NotFound($"{http.Request.Method} {http.Request.Path} is not here"));
    }
}
