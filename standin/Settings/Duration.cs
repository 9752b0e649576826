using System.Globalization;

namespace Numeroly.StandIn.Settings;

/// <summary>Reads a length of time as people write it: <c>3</c> or <c>3s</c> (seconds), <c>250ms</c>, <c>5m</c>, <c>00:00:03</c>.</summary>
internal static class Duration
{
    public static TimeSpan Parse(string text)
    {
        if (text.Contains(':')) return TimeSpan.Parse(text, CultureInfo.InvariantCulture);
        if (text.EndsWith("ms", StringComparison.Ordinal)) return TimeSpan.FromMilliseconds(Number(text[..^2]));
        if (text.EndsWith('s')) return TimeSpan.FromSeconds(Number(text[..^1]));
        if (text.EndsWith('m')) return TimeSpan.FromMinutes(Number(text[..^1]));
        return TimeSpan.FromSeconds(Number(text));
    }

    public static string Write(TimeSpan time) => time == TimeSpan.Zero ? "0" :
        time.TotalMinutes >= 1 && time.TotalMinutes % 1 == 0 ? $"{time.TotalMinutes}m" :
        time.TotalSeconds % 1 == 0 ? $"{time.TotalSeconds}s" : $"{time.TotalMilliseconds}ms";

    private static double Number(string text)
    {
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return number >= 0 ? number : throw new FormatException("a length of time cannot be negative");
    }
}
