namespace Numeroly.StandIn;

/// <summary>
/// How a stand-in behaves. The defaults are those of `npm start`; tests change what they need in
/// <see cref="StandInServer.StartAsync"/>. Every value can also come from the command line or the environment
/// (see <see cref="Settings.SettingsTable"/>).
/// </summary>
public sealed class StandInOptions
{
    /// <summary>TCP port; 0 takes a free one.</summary>
    public int Port { get; set; } = 7801;

    /// <summary>IP address to listen on. The control surface answers loopback only, whatever stands here.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The address others reach this stand-in under: used in room urls and download links. Null means the address it listens on.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>The only accepted bearer key. It also signs meeting tokens, as at Daily.</summary>
    public string ApiKey { get; set; } = "standin-api-key";

    public string DomainName { get; set; } = "standin";

    /// <summary>The `d` claim of meeting tokens; self-signed tokens must carry it too.</summary>
    public string DomainId { get; set; } = "5e7a11d0-0000-4000-8000-00000000d417";

    /// <summary>Folder for the state that survives a restart. Null keeps everything in memory.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>How long after the first join the runtime endpoints still say that no call is going on (Daily: a few seconds).</summary>
    public TimeSpan CallLag { get; set; } = TimeSpan.Zero;

    /// <summary>How long after a join a participant is still missing from presence (Daily: up to 15 s).</summary>
    public TimeSpan PresenceLag { get; set; } = TimeSpan.Zero;

    /// <summary>From the end of a recording until it is finished and can be downloaded (Daily: minutes).</summary>
    public TimeSpan RecordingDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>From the last leave until the meeting session ends; who returns sooner continues it (Daily: up to 20 s).</summary>
    public TimeSpan MeetingEndedDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A meeting session begins when one person has been alone this long.</summary>
    public TimeSpan MeetingStartsAlone { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A meeting session ends when one person has been alone this long.</summary>
    public TimeSpan MeetingEndsAlone { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Wait before the first repeat of an `exponential` webhook; each further wait is four times as long, at most 15 minutes.</summary>
    public TimeSpan WebhookRetryBaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How quickly a webhook receiver must answer.</summary>
    public TimeSpan WebhookTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Webhooks sent at the same time. 1 keeps all events in order; more keep the order within each room.</summary>
    public int WebhookLanes { get; set; } = 1;

    /// <summary>How long a session outlives its connection: who comes back sooner goes on with it (Daily: about 20 s).</summary>
    public TimeSpan SignallingGrace { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The call machine's file. Null looks for the built one in the checkout.</summary>
    public string? CallBundle { get; set; }

    public RateLimitOptions RateLimits { get; } = new();

    /// <summary>Entries the ledger keeps of API calls and of webhook deliveries; older ones are forgotten first.</summary>
    public int LedgerLimit { get; set; } = 100_000;

    /// <summary>The clock behind every time limit. Tests may bring their own.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}

/// <summary>Whether and how strictly Daily's rate limits are kept.</summary>
public sealed class RateLimitOptions
{
    public bool Enabled { get; set; } = true;

    /// <summary>Multiplies the number of allowed calls; 100 lets a load test through.</summary>
    public double Scale { get; set; } = 1;
}
