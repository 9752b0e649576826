using System.Net;
using Numeroly.StandIn.Calls;
using Numeroly.StandIn.Calls.Signalling;
using Numeroly.StandIn.Faults;
using Numeroly.StandIn.Ledger;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn.Controls;

/// <summary>
/// <c>/standin</c>: steers and watches the stand-in. It asks for no key, so it answers only to this machine, and
/// not to what a proxy or tunnel on this machine forwards.
/// </summary>
internal static class ControlSurface
{
    public const string Prefix = "/standin";

    private static readonly Refusal Elsewhere = new(403, "forbidden-error", "the control surface answers this machine only");
    private static readonly string[] ForwardingHeaders = ["X-Forwarded-For", "Forwarded"];

    public static void UseControlSurface(this WebApplication app) =>
        app.UseWhen(IsControl, control =>
        {
            control.Use((http, next) => IsLocal(http) ? next(http) : Elsewhere.ExecuteAsync(http));
            control.UseServerErrors(app.Logger);
            control.UseBufferedBodies();
        });

    public static void MapControlSurface(this WebApplication app)
    {
        var control = app.MapGroup(Prefix);
        control.MapControlPage();
        control.MapGet("/health", () => JsonAnswer.Snake(new { Status = "ok" }));
        control.MapLedger();
        control.MapFaults();
        control.MapSimulatedParticipants();
        control.MapCallsControl();
        control.MapCallFaults();
        control.MapRecordingsControl();
        control.MapWebhookControl();
    }

    private static bool IsControl(HttpContext http) =>
        http.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase)
        && !http.Request.Path.StartsWithSegments(CallPaths.Prefix, StringComparison.OrdinalIgnoreCase);

    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !ForwardingHeaders.Any(http.Request.Headers.ContainsKey);
}
