using System.Globalization;

namespace Numeroly.Soak;

/// <summary>Footprints by the number of conversations that had been held.</summary>
internal sealed class Curve
{
    // What the runtime and the browser keep for later use varies so much from moment to moment without anything being lost.
    private const double PrivateSlack = 25;
    private const double TreeSlack = 80;
    private const int Slack = 12;

    // The browser starts one now and then, for a moment.
    private const int PassingHelpers = 1;

    private readonly List<(int After, TimeSpan Elapsed, Footprint Footprint)> _points = [];

    public void Add(int after, TimeSpan elapsed, Footprint footprint) => _points.Add((after, elapsed, footprint));

    /// <summary>The last is like the first, and no more pages were ever kept than after one conversation.</summary>
    public void ShouldReturnTo(Footprint idle)
    {
        var (first, last) = (_points[0].Footprint, _points[^1].Footprint);
        foreach (var (after, _, at) in _points) at.Renderers.ShouldBeLessThanOrEqualTo(idle.Renderers, $"pages after {after}");
        last.Processes.ShouldBeLessThanOrEqualTo(idle.Processes + PassingHelpers, "processes");

        last.PrivateMegabytes.ShouldBeLessThan(first.PrivateMegabytes + PrivateSlack, "its own memory");
        last.TreeMegabytes.ShouldBeLessThan(first.TreeMegabytes + TreeSlack, "memory, with its browser");
        last.Threads.ShouldBeLessThan(first.Threads + Slack, "threads");
        last.Descriptors.ShouldBeLessThan(first.Descriptors + Slack, "open files");
    }

    /// <summary>A table, to be read by people.</summary>
    public override string ToString() => string.Join('\n', _points.Select(Row).Prepend(
        "| conversations | seconds | private MB | tree PSS MB | processes | renderers | threads | descriptors |"));

    private static string Row((int After, TimeSpan Elapsed, Footprint At) point) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {point.After,13} | {point.Elapsed.TotalSeconds,7:F0} | {point.At.PrivateMegabytes,10:F1} | {point.At.TreeMegabytes,11:F1} | {point.At.Processes,9} | {point.At.Renderers,9} | {point.At.Threads,7} | {point.At.Descriptors,11} |");
}
