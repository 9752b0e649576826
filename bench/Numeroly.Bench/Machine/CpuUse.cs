namespace Numeroly.Bench.Machine;

/// <summary>How much of all cores was in use between two looks, by whomever; unknown where the system does not say.</summary>
internal sealed record CpuUse(long Busy, long Total)
{
    private const string File = "/proc/stat";

    public static async Task<CpuUse?> ReadAsync(CancellationToken cancellation)
    {
        if (!System.IO.File.Exists(File)) return null;
        using var reader = System.IO.File.OpenText(File);
        var line = await reader.ReadLineAsync(cancellation);

        // cpu, then ticks: user nice system idle iowait irq softirq steal
        var ticks = line!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(long.Parse).ToArray();
        var total = ticks.Sum();
        return new CpuUse(total - ticks[3] - ticks[4], total);
    }

    /// <summary>Percent of all cores.</summary>
    public double PercentSince(CpuUse before) => 100.0 * (Busy - before.Busy) / Math.Max(1, Total - before.Total);
}
