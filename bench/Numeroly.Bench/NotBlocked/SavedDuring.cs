using System.Collections.Immutable;
using System.Diagnostics;
using Numeroly.Bench.Machine;
using Numeroly.Bench.Measuring;
using Numeroly.Bench.Reporting;

namespace Numeroly.Bench.NotBlocked;

/// <summary>The saves around a stretch of time. Those sent inside it count, also when they were answered after it.</summary>
/// <param name="CoresInUsePercent">By all programs of the machine; null where that is unknown.</param>
internal sealed record SavedDuring(IReadOnlyList<Interval> Saves, int Failed, Interval Window, double? CoresInUsePercent)
{
    public static async Task<SavedDuring> RunAsync(Saving saving, Func<Task> window, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = saving.RunAsync(enough.Token);
        var cpu = await CpuUse.ReadAsync(cancellation);
        var from = Stopwatch.GetTimestamp();
        await window();
        var to = Stopwatch.GetTimestamp();
        var used = await CpuUse.ReadAsync(cancellation);
        await enough.CancelAsync();
        var saves = await running;
        foreach (var (how, count) in saving.Failures) ProgressLine.Say($"{count} saves failed: {how}");
        return new SavedDuring(saves, saving.Failures.Values.Sum(), new Interval(from, to), cpu is null ? null : used?.PercentSince(cpu));
    }

    /// <summary>The same, measured only until then.</summary>
    public SavedDuring Until(long time) => this with { Window = Window with { To = Math.Min(Window.To, time) } };

    /// <exception cref="ArgumentException">Nothing was saved in the window.</exception>
    public Measurement ToMeasurement() => new(
        Latency.Of(Saves.Where(save => Window.Contains(save.From)).Select(save => save.Took)),
        Saves.Count(save => Window.Contains(save.To)) / Window.Took.TotalSeconds)
    {
        Counts = Counted().ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private Dictionary<string, double> Counted()
    {
        var counted = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["saves failed"] = Failed,
            ["seconds measured"] = Window.Took.TotalSeconds,
        };
        if (CoresInUsePercent is { } percent) counted["cores in use, percent"] = percent;
        return counted;
    }
}
