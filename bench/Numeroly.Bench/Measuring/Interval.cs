using System.Diagnostics;

namespace Numeroly.Bench.Measuring;

/// <summary>From when to when something took, on <see cref="Stopwatch"/>'s clock.</summary>
public readonly record struct Interval(long From, long To)
{
    public TimeSpan Took => Stopwatch.GetElapsedTime(From, To);

    public bool Contains(long time) => time >= From && time < To;
}
