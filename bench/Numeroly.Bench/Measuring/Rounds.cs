using Numeroly.Bench.Reporting;

namespace Numeroly.Bench.Measuring;

/// <summary>
/// Measures all scenarios in turn, round after round, so that what the machine does meanwhile meets them all. Every
/// other round goes backwards, so that none always comes after the same one.
/// </summary>
public sealed class Rounds(int count)
{
    /// <summary>One round that does not count (code is compiled, caches fill), then those that do.</summary>
    public async Task<IReadOnlyList<Series>> RunAsync(IReadOnlyList<Scenario> scenarios, CancellationToken cancellation)
    {
        var runs = scenarios.ToDictionary(scenario => scenario, _ => new List<Measurement>(count));
        for (var round = 0; round <= count; round++)
        {
            foreach (var scenario in round % 2 == 0 ? scenarios.Reverse() : scenarios)
            {
                cancellation.ThrowIfCancellationRequested();
                var measured = await scenario.MeasureAsync(cancellation);
                ProgressLine.Say($"{(round == 0 ? "warming up" : $"run {round} of {count}"),-12} {scenario.Group}: {scenario.Name}: p50 {measured.Latency.P50Ms:0.00} ms, {measured.PerSecond:0.0}/s");
                if (round > 0) runs[scenario].Add(measured);
            }
        }

        return [.. scenarios.Select(scenario => new Series(scenario.Group, scenario.Name, scenario.Yardstick, scenario.RateIsGiven, runs[scenario])
        {
            MoreYardsticks = scenario.MoreYardsticks,
        })];
    }
}
