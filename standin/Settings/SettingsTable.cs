using System.Globalization;
using System.Net;

namespace Numeroly.StandIn.Settings;

/// <summary>One setting: its name on the command line and in the environment, what it is for, and how it is read and shown.</summary>
internal sealed record Setting(string Name, string Help, Func<StandInOptions, string> Show, Action<StandInOptions, string> Set);

/// <summary>All settings, in the order in which <c>--help</c> lists them.</summary>
internal static class SettingsTable
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        Whole("Port", "TCP port; 0 takes a free one", o => o.Port, (o, v) => o.Port = v),
        Text("Address", "IP address to listen on", o => o.Address, (o, v) => o.Address = IPAddress.Parse(v).ToString()),
        Text("PublicUrl", "address for room urls and download links; default: where it listens", o => o.PublicUrl, (o, v) => o.PublicUrl = v),
        Text("ApiKey", "the accepted bearer key; it also signs meeting tokens", o => o.ApiKey, (o, v) => o.ApiKey = v),
        Text("DomainName", "Daily domain name", o => o.DomainName, (o, v) => o.DomainName = v),
        Text("DomainId", "Daily domain id, the d claim of tokens", o => o.DomainId, (o, v) => o.DomainId = v),
        Text("DataDirectory", "folder for the state; default: memory only", o => o.DataDirectory, (o, v) => o.DataDirectory = v),
        Time("CallLag", "after the first join, how long runtime endpoints answer 404", o => o.CallLag, (o, v) => o.CallLag = v),
        Time("PresenceLag", "after a join, how long presence misses the participant", o => o.PresenceLag, (o, v) => o.PresenceLag = v),
        Time("RecordingDelay", "from the end of a recording until it is finished", o => o.RecordingDelay, (o, v) => o.RecordingDelay = v),
        Time("MeetingEndedDelay", "from the last leave until the meeting ends", o => o.MeetingEndedDelay, (o, v) => o.MeetingEndedDelay = v),
        Time("MeetingStartsAlone", "a meeting begins after one person was alone this long", o => o.MeetingStartsAlone, (o, v) => o.MeetingStartsAlone = v),
        Time("MeetingEndsAlone", "a meeting ends after one person was alone this long", o => o.MeetingEndsAlone, (o, v) => o.MeetingEndsAlone = v),
        Time("WebhookRetryBaseDelay", "first wait of the exponential retry, then times four", o => o.WebhookRetryBaseDelay, (o, v) => o.WebhookRetryBaseDelay = v),
        Time("WebhookTimeout", "how quickly a webhook receiver must answer", o => o.WebhookTimeout, (o, v) => o.WebhookTimeout = v),
        Whole("WebhookLanes", "webhooks sent at once; above 1 only a room keeps its order", o => o.WebhookLanes, (o, v) => o.WebhookLanes = Math.Max(1, v)),
        Time("SignallingGrace", "how long a session outlives its broken connection", o => o.SignallingGrace, (o, v) => o.SignallingGrace = v),
        Text("CallBundle", "the call machine's file; default: the built one in the checkout", o => o.CallBundle, (o, v) => o.CallBundle = v),
        Text("RateLimits:Enabled", "whether Daily's rate limits apply", o => o.RateLimits.Enabled ? "true" : "false", (o, v) => o.RateLimits.Enabled = bool.Parse(v)),
        Text("RateLimits:Scale", "multiplies the allowed calls", o => $"{o.RateLimits.Scale}", (o, v) => o.RateLimits.Scale = double.Parse(v, CultureInfo.InvariantCulture)),
        Whole("LedgerLimit", "API calls and deliveries the ledger remembers", o => o.LedgerLimit, (o, v) => o.LedgerLimit = v),
    ];

    private static Setting Text(string name, string help, Func<StandInOptions, string?> get, Action<StandInOptions, string> set) =>
        new(name, help, o => get(o) ?? "", set);

    private static Setting Whole(string name, string help, Func<StandInOptions, int> get, Action<StandInOptions, int> set) =>
        new(name, help, o => get(o).ToString(CultureInfo.InvariantCulture), (o, v) => set(o, int.Parse(v, CultureInfo.InvariantCulture)));

    private static Setting Time(string name, string help, Func<StandInOptions, TimeSpan> get, Action<StandInOptions, TimeSpan> set) =>
        new(name, help, o => Duration.Write(get(o)), (o, v) => set(o, Duration.Parse(v)));
}
