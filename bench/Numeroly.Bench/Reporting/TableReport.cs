using System.Globalization;
using Numeroly.Bench.Machine;
using Numeroly.Bench.Measuring;
using Spectre.Console;

namespace Numeroly.Bench.Reporting;

/// <summary>The report for people: a table per group, each figure as the median of the runs with the smallest and the largest.</summary>
internal sealed class TableReport(IAnsiConsole console, bool asMarkdown)
{
    public void Write(Report report)
    {
        Heading(2, report.Bench);
        console.WriteLine(report.Title);
        console.WriteLine();
        foreach (var line in (IEnumerable<string>)[.. report.How, .. Describe(report.Surroundings)]) console.WriteLine($"- {line}");
        if (report.Surroundings.IsBusy) console.WriteLine("- The load was above the number of cores when this began: figures are of a busy machine.");

        foreach (var group in report.Series.GroupBy(series => series.Group))
        {
            Heading(3, group.Key);
            console.Write(Latencies([.. group]));
            if (group.Any(series => series.MoreYardsticks.Count > 0)) console.Write(Comparisons([.. group]));
            if (group.Any(series => series.Runs[0].Counts.Count > 0)) console.Write(Counts([.. group]));
        }
    }

    private static IEnumerable<string> Describe(Surroundings here)
    {
        yield return "figures: median of the runs (smallest – largest); × is against the yardstick of the same round";
        yield return $"{here.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, {here.Cores} cores, {here.System}, {here.Runtime}";
        yield return $"load average before {Figure.Of(here.LoadBefore)}, after {Figure.Of(here.LoadAfter)}";
        yield return $"PostgreSQL {here.Database.Version}: fsync {here.Database.Fsync}, synchronous_commit {here.Database.SynchronousCommit}, "
            + $"wal_sync_method {here.Database.WalSyncMethod}, shared_buffers {here.Database.SharedBuffers}";
        yield return here.Fsync is { } fsync
            ? $"write and fsync of 8 KB on its disk: median {Figure.Of(fsync.P50Ms)} ms, p95 {Figure.Of(fsync.P95Ms)} ms, max {Figure.Of(fsync.MaxMs)} ms ({fsync.Count} times)"
            : "write and fsync of 8 KB: its disk cannot be reached from here";
    }

    private Table Latencies(IReadOnlyList<Series> group)
    {
        var table = NewTable("", "samples a run", "p50 ms", "p95 ms", "p99 ms", "max ms", "per second", "p50 ×", "p99 ×", "per second ×");
        foreach (var series in group)
        {
            var yardstick = group.FirstOrDefault(other => other.Name == series.Yardstick);
            table.AddRow(
                Markup.Escape(series.Name),
                Figure.Of(series.Over(run => run.Latency.Count).Median),
                Figure.Of(series.Over(run => run.Latency.P50Ms)),
                Figure.Of(series.Over(run => run.Latency.P95Ms)),
                Figure.Of(series.Over(run => run.Latency.P99Ms)),
                Figure.Of(series.Over(run => run.Latency.MaxMs)),
                Figure.Of(series.Over(run => run.PerSecond)),
                yardstick is null ? "" : Figure.Of(series.Against(yardstick, run => run.Latency.P50Ms)),
                yardstick is null ? "" : Figure.Of(series.Against(yardstick, run => run.Latency.P99Ms)),
                yardstick is null || series.RateIsGiven ? "" : Figure.Of(series.Against(yardstick, run => run.PerSecond)));
        }

        return table;
    }

    private Table Comparisons(IReadOnlyList<Series> group)
    {
        var table = NewTable("", "against", "p50 ×", "p99 ×", "per second ×");
        foreach (var series in group)
        {
            foreach (var other in group.Where(other => series.MoreYardsticks.Contains(other.Name)))
            {
                table.AddRow(
                    Markup.Escape(series.Name),
                    Markup.Escape(other.Name),
                    Figure.Of(series.Against(other, run => run.Latency.P50Ms)),
                    Figure.Of(series.Against(other, run => run.Latency.P99Ms)),
                    Figure.Of(series.Against(other, run => run.PerSecond)));
            }
        }

        return table;
    }

    private Table Counts(IReadOnlyList<Series> group)
    {
        var counted = group.Where(series => series.Runs[0].Counts.Count > 0).ToList();
        var table = NewTable(["", .. counted.Select(series => Markup.Escape(series.Name))]);
        foreach (var name in counted.SelectMany(series => series.Runs[0].Counts.Keys).Distinct().Order(StringComparer.Ordinal))
            table.AddRow([Markup.Escape(name), .. counted.Select(series => series.Runs[0].Counts.ContainsKey(name) ? Figure.Of(series.Over(run => run.Counts[name])) : "")]);
        return table;
    }

    private Table NewTable(params string[] columns) => new Table { Border = asMarkdown ? TableBorder.Markdown : TableBorder.Rounded }.AddColumns(columns);

    private void Heading(int level, string text)
    {
        console.WriteLine();
        if (asMarkdown) console.WriteLine($"{new string('#', level)} {text}");
        else console.MarkupLineInterpolated($"[bold]{text}[/]");
        console.WriteLine();
    }
}
