namespace Numeroly.StandIn;

/// <summary>Daily's times are unix seconds: whole in tokens and recordings, with milliseconds behind the point in webhooks.</summary>
internal static class UnixTime
{
    public static double Fractional(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000d;

    public static double? Fractional(DateTimeOffset? time) => time is { } t ? Fractional(t) : null;

    public static DateTimeOffset FromSeconds(double seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);

    /// <summary>ISO 8601 with milliseconds and Z, as JavaScript writes it.</summary>
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}
