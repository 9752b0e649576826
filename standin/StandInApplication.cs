using System.Net;
using Numeroly.StandIn.Calls;
using Numeroly.StandIn.Calls.Signalling;
using Numeroly.StandIn.Controls;
using Numeroly.StandIn.Faults;
using Numeroly.StandIn.Ledger;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.Rooms;
using Numeroly.StandIn.State;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn;

/// <summary>Puts the stand-in together, for its own process and for tests alike.</summary>
internal static class StandInApplication
{
    private const int LargestBody = 1024 * 1024;

    /// <summary>Requests made to hang are let go when stopping begins; what is left after this is cut.</summary>
    private static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(2);

    /// <param name="options">How it behaves.</param>
    /// <param name="adapt">What differs between a process of its own and a test.</param>
    public static WebApplication Build(StandInOptions options, Action<WebApplicationBuilder> adapt)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Parse(options.Address), options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownPatience);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddSingleton<PublicUrl>();
        builder.Services.AddState();
        builder.Services.AddRooms();
        builder.Services.AddRest();
        builder.Services.AddCalls();
        builder.Services.AddRecordings();
        builder.Services.AddWebhooks();
        builder.Services.AddFaults();
        builder.Services.AddLedger();

        adapt(builder);
        var app = builder.Build();
        app.UseRouting();
        app.UseWebSockets();
        app.UseRest();
        app.UseControlSurface();
        app.MapRest();
        app.MapControlSurface();
        app.MapDownloads();
        app.MapCallBundle();
        app.MapSignalling();
        return app;
    }
}
