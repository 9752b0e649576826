namespace Numeroly.Bench.Measuring;

/// <summary>One figure over several runs.</summary>
public sealed record Spread(double Min, double Median, double Max)
{
    /// <exception cref="ArgumentException">There are no figures.</exception>
    public static Spread Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        if (sorted.Length == 0) throw new ArgumentException("There are no figures to spread.", nameof(figures));
        var middle = sorted.Length / 2;
        return new Spread(sorted[0], sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, sorted[^1]);
    }
}
