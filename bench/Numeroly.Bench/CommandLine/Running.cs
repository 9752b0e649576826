using System.CommandLine;
using Numeroly.Bench.Machine;
using Numeroly.Bench.Measuring;
using Numeroly.Bench.Reporting;
using Spectre.Console;

namespace Numeroly.Bench.CommandLine;

/// <summary>What all measurements have in common: how often, how it is shown, and what is noted of the machine.</summary>
internal sealed class Running
{
    // Nothing is wrapped there.
    private const int WidthOfAFile = 1_000;

    private readonly Option<int> _runs = Options.Count("--runs", 5, "How often everything is measured, in turn.");
    private readonly Option<bool> _json = new("--json") { Description = "For programs: every run by itself. Progress goes to the error output." };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Tables as in RESULTS.md." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _runs, _json, _markdown }) command.Add(option);
    }

    /// <summary>Measures the scenarios in turn and shows what came of it.</summary>
    /// <param name="how">What exactly was done, one sentence each.</param>
    public async Task MeasureAsync(ParseResult parsed, IReadOnlyList<Scenario> scenarios, IReadOnlyList<string> how, CancellationToken cancellation)
    {
        var surroundings = await Surroundings.ReadAsync(cancellation);
        if (surroundings.IsBusy) ProgressLine.Say($"The load average is {surroundings.LoadBefore} on {surroundings.Cores} cores: figures will be of a busy machine.");
        var series = await new Rounds(parsed.GetRequiredValue(_runs)).RunAsync(scenarios, cancellation);
        surroundings = await surroundings.AfterwardsAsync(cancellation);
        var command = parsed.CommandResult.Command;
        Show(parsed, new Report(command.Name, command.Description!, [.. how], surroundings, series));
    }

    private void Show(ParseResult parsed, Report report)
    {
        if (parsed.GetRequiredValue(_json))
        {
            Console.WriteLine(JsonReport.Write(report));
            return;
        }

        var isFile = Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = isFile ? AnsiSupport.No : AnsiSupport.Detect });
        if (isFile) console.Profile.Width = WidthOfAFile;
        new TableReport(console, parsed.GetRequiredValue(_markdown)).Write(report);
    }
}
