using System.Globalization;

namespace Numeroly.Bench.Machine;

/// <summary>How many processes wanted to run in the last minute; null where the system does not say.</summary>
internal static class LoadAverage
{
    private const string File = "/proc/loadavg";

    public static async Task<double?> ReadAsync(CancellationToken cancellation)
    {
        if (!System.IO.File.Exists(File)) return null;
        var text = await System.IO.File.ReadAllTextAsync(File, cancellation);
        return double.Parse(text[..text.IndexOf(' ')], CultureInfo.InvariantCulture);
    }
}
