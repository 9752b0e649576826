using System.CommandLine;
using Numeroly.Bench.CommandLine;
using Numeroly.Bench.Measuring;

namespace Numeroly.Bench.Starting;

/// <summary><c>start</c>: how soon the API is of use, and what it weighs then, beside the version before.</summary>
internal static class StartCommand
{
    private static readonly string[] How =
    [
        "each run is a new process of the API as published, with a database that the program has been in before, "
            + "and a Daily of its own that answers at once",
        "the time: from the start of the process until /health/ready says yes, asked every 20 ms",
        $"the first request: creating a conversation, right after that; the weight: resident memory after {Starts.Requests} requests "
            + "(conversations created and messages saved in turn), one at a time",
    ];

    public static Command Create()
    {
        var running = new Running();
        var api = Options.Program("--api", "The API as published. Filled in by npm run bench, as the next.");
        var apiBefore = Options.Program("--before", "The API of the version before, in a folder named after its commit.");
        var command = new Command("start", "From the start of a process until it is of use, and what it weighs: now and before.") { api, apiBefore };
        running.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var published = parsed.GetRequiredValue(apiBefore);
            var before = $"the version before, {published.Directory!.Name}";
            await using var now = await Starts.PrepareAsync(parsed.GetRequiredValue(api).FullName);
            await using var then = await Starts.PrepareAsync(published.FullName);
            Scenario[] scenarios =
            [
                new("start", "this version", now.MeasureAsync, before) { RateIsGiven = true },
                new("start", before, then.MeasureAsync) { RateIsGiven = true },
            ];
            await running.MeasureAsync(parsed, scenarios, How, cancellation);
        });
        return command;
    }
}
