namespace Numeroly.Bench.Measuring;

/// <summary>How long things took within one run, in milliseconds. Percentiles are values that were measured (nearest rank).</summary>
public sealed record Latency(int Count, double MinMs, double P50Ms, double P95Ms, double P99Ms, double MaxMs)
{
    /// <exception cref="ArgumentException">Nothing was measured.</exception>
    public static Latency Of(IEnumerable<TimeSpan> samples)
    {
        var sorted = samples.Select(sample => sample.TotalMilliseconds).Order().ToArray();
        if (sorted.Length == 0) throw new ArgumentException("Nothing was measured: the run was too short for this machine.", nameof(samples));
        return new Latency(sorted.Length, sorted[0], At(0.50), At(0.95), At(0.99), sorted[^1]);

        double At(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
