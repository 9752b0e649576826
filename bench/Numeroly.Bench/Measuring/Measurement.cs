using System.Collections.Immutable;

namespace Numeroly.Bench.Measuring;

/// <summary>What one run gave.</summary>
/// <param name="PerSecond">How many were done per second.</param>
public sealed record Measurement(Latency Latency, double PerSecond)
{
    /// <summary>What else was counted in the run, by name.</summary>
    public ImmutableSortedDictionary<string, double> Counts { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    public static Measurement Of(IReadOnlyCollection<TimeSpan> samples, TimeSpan took) => new(Latency.Of(samples), samples.Count / took.TotalSeconds);
}
