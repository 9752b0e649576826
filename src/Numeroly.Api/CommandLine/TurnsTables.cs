using System.Globalization;
using System.Text.Json;
using Numeroly.Api.Analytics;
using Numeroly.Events.Conversations;
using Spectre.Console;

namespace Numeroly.Api.CommandLine;

/// <summary>Waiting times to look at: the stages of all turns, then group by group, with a bar beside the numbers.</summary>
internal sealed class TurnsTables(TurnsView turns)
{
    private const int BarWidth = 30;
    private const string Heights = "▁▂▃▄▅▆▇█";

    public void Write()
    {
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{turns.Total.Count} turns from {turns.Slice.From:u} to {turns.Slice.To:u}"));
        if (turns.Total.Count == 0)
        {
            AnsiConsole.WriteLine("Look further back with --since, or at fewer conditions.");
            return;
        }

        AnsiConsole.WriteLine(string.Join(", ", turns.Total.Outcomes.Select(ended => $"{Word(ended.Outcome)} {Percent(ended.Share)}")));
        WriteStages();
        if (turns.GroupedBy is { } grouping) WriteGroups(grouping);
    }

    private void WriteStages()
    {
        var table = Numbers(new Table().AddColumn("milliseconds until"));
        var longest = turns.Total.Stages.Max(stage => stage.P95Ms) ?? 0;
        foreach (var stage in turns.Total.Stages) table.AddRow([Word(stage.Stage), .. Cells(stage, longest)]);
        AnsiConsole.Write(table);
    }

    private void WriteGroups(TurnGrouping grouping)
    {
        // Of conversations by text nothing is audible; then it is what comes last that they wait for.
        var last = turns.Total.Stages.LastOrDefault(stage => stage.Count > 0)?.Stage ?? TurnStage.Audible;
        var waits = turns.Groups.Select(group => (group.Key, group.Figures, Stage: group.Figures.Stages.Single(stage => stage.Stage == last))).ToList();
        var longest = waits.Max(wait => wait.Stage.P95Ms) ?? 0;
        var table = Numbers(new Table().AddColumn(Word(grouping)).AddColumn("answered", column => column.RightAligned()));
        foreach (var (key, figures, stage) in waits)
        {
            var answered = figures.Outcomes.FirstOrDefault(ended => ended.Outcome == TurnOutcome.Answered)?.Share ?? 0;
            table.AddRow([Markup.Escape(key ?? "none"), Percent(answered), .. Cells(stage, longest)]);
        }

        AnsiConsole.WriteLine($"Milliseconds until {Word(last)}, by {Word(grouping)}:");
        AnsiConsole.Write(table);
        if (grouping is TurnGrouping.Day or TurnGrouping.Hour && waits.Count > 1)
            AnsiConsole.WriteLine($"p50  {Line([.. waits.Select(wait => wait.Stage.P50Ms)])}\np95  {Line([.. waits.Select(wait => wait.Stage.P95Ms)])}");
    }

    private static Table Numbers(Table table)
    {
        foreach (var name in (string[])["turns", "p50", "p90", "p95", "p99", "max"]) table.AddColumn(name, column => column.RightAligned());
        return table.AddColumn("█ p50  ░ p95");
    }

    private static string[] Cells(StageFigures stage, double longest) =>
    [
        stage.Count.ToString(CultureInfo.InvariantCulture),
        .. new[] { stage.P50Ms, stage.P90Ms, stage.P95Ms, stage.P99Ms, stage.MaxMs }.Select(Milliseconds),
        Bar(stage, longest),
    ];

    private static string Bar(StageFigures stage, double longest)
    {
        if (longest <= 0 || stage is not { P50Ms: { } half, P95Ms: { } most }) return "";
        var (filled, all) = (Cells(half), Cells(most));
        return new string('█', filled) + new string('░', Math.Max(0, all - filled));

        int Cells(double milliseconds) => (int)Math.Round(milliseconds / longest * BarWidth);
    }

    private static string Line(IReadOnlyList<double?> values)
    {
        var highest = values.Max() ?? 0;
        return new string([.. values.Select(value => value is { } at && highest > 0 ? Heights[(int)Math.Round(at / highest * (Heights.Length - 1))] : ' ')]);
    }

    private static string Milliseconds(double? value) => value is { } at ? Math.Round(at).ToString(CultureInfo.InvariantCulture) : "–";

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "");

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ');
}
