namespace Numeroly.Daily;

/// <summary>How to reach Daily. Bound from the <c>Daily</c> section; <see cref="DailyOptionsValidator"/> checks it at start.</summary>
public sealed class DailyOptions
{
    public const string Section = "Daily";

    /// <summary>The REST API's address; a local stand-in has its own.</summary>
    public Uri ApiUrl { get; set; } = new("https://api.daily.co/v1");

    /// <summary>The key of the Daily domain. Required for the real Daily.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a call may take with all its waiting and repeating; <see cref="DailyClient.Within"/> sets another.</summary>
    public TimeSpan TotalBudget { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a call that may be repeated is repeated.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>The pause before the first repetition. It doubles each time, with jitter; Daily's <c>Retry-After</c> goes before it.</summary>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>What part of the account's limits this node may use, above 0 and up to 1.</summary>
    public double RateShare { get; set; } = 1;

    /// <summary>The account's rate limits.</summary>
    public DailyRateLimits Limits { get; set; } = new();
}

/// <summary>Daily's documented rate limits: https://docs.daily.co/docs/rest-api/authentication.</summary>
public sealed class DailyRateLimits
{
    /// <summary>Every call that has no limit of its own.</summary>
    public DailyRateLimit General { get; set; } = new() { Requests = 100, Window = TimeSpan.FromSeconds(5) };

    /// <summary><c>DELETE /rooms/:name</c>.</summary>
    public DailyRateLimit RoomDeletion { get; set; } = new() { Requests = 50, Window = TimeSpan.FromSeconds(30) };

    /// <summary><c>GET /recordings</c>.</summary>
    public DailyRateLimit RecordingList { get; set; } = new() { Requests = 50, Window = TimeSpan.FromSeconds(30) };

    /// <summary><c>POST /rooms/:name/recordings/start</c>.</summary>
    public DailyRateLimit RecordingStart { get; set; } = new() { Requests = 5, Window = TimeSpan.FromSeconds(5) };
}

/// <summary>So many requests in any stretch of time of this length.</summary>
public sealed class DailyRateLimit
{
    public int Requests { get; set; }

    public TimeSpan Window { get; set; }
}
