namespace Numeroly.Bench.Measuring;

/// <summary>One thing to measure, once in every round.</summary>
/// <param name="Group">The table it stands in.</param>
/// <param name="Name">Its row.</param>
/// <param name="MeasureAsync">One run. Leaves nothing going on behind it.</param>
/// <param name="Yardstick">The row of the same group it is held against; null when it is a yardstick itself.</param>
public sealed record Scenario(string Group, string Name, Func<CancellationToken, Task<Measurement>> MeasureAsync, string? Yardstick = null)
{
    /// <summary>Whether the rate is set by the measurement and hence no result.</summary>
    public bool RateIsGiven { get; init; }

    /// <summary>Other rows of the group it is held against as well.</summary>
    public IReadOnlyList<string> MoreYardsticks { get; init; } = [];
}

/// <summary>A scenario's runs, in the order they were made.</summary>
public sealed record Series(string Group, string Name, string? Yardstick, bool RateIsGiven, IReadOnlyList<Measurement> Runs)
{
    /// <inheritdoc cref="Scenario.MoreYardsticks"/>
    public IReadOnlyList<string> MoreYardsticks { get; init; } = [];

    public Spread Over(Func<Measurement, double> figure) => Spread.Of(Runs.Select(figure));

    /// <summary>A figure as a multiple of the yardstick's in the same round.</summary>
    public Spread Against(Series yardstick, Func<Measurement, double> figure) =>
        Spread.Of(Runs.Zip(yardstick.Runs, (own, other) => figure(own) / figure(other)));
}
