using System.CommandLine;
using Numeroly.Bench.CommandLine;
using Numeroly.Bench.Measuring;
using Numeroly.Bench.World;
using Numeroly.Bench.Yardsticks;
using Numeroly.Harness;

namespace Numeroly.Bench.Append;

/// <summary><c>append</c>: what appending an event costs, beside what the disk and the server ask of anybody.</summary>
internal static class AppendCommand
{
    private static readonly string[] How =
    [
        "closed loop: each writer starts the next append when its last one is committed",
        "an append is one MessageSaved event in its conversation, with snapshot, summary row and transcript row, through BatchAppender: one round trip",
        "yardstick: one row of 400 bytes inserted and committed in one round trip, by as many writers",
        "two statements: begin, insert, insert, commit as separate commands, three round trips",
        "by length: state loaded by StateReader, then appended, two round trips, one writer; the stream of 10 is a new one every 5 appends",
    ];

    public static Command Create()
    {
        var running = new Running();
        var seconds = Options.Seconds("--seconds", 5, "How long a run with writers takes.");
        var appends = Options.Count("--appends", 500, "How many appends a run on streams of a certain length makes.");
        var longest = Options.Count("--longest", 100_000, "Events in the longest stream.");
        var command = new Command("append", "What appending one event costs: by number of writers, and by length of the stream.") { seconds, appends, longest };
        running.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await TestDatabase.CreateAsync();
            await using var node = await StoreNode.StartAsync(database, cancellation);
            var rows = new BareRows(node.Database.Pool);
            await rows.InstallAsync(cancellation);
            var byWriters = new AppendByWriters(node, rows, TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds)));
            var byLength = new AppendByLength(node, parsed.GetRequiredValue(appends), parsed.GetRequiredValue(longest));
            IReadOnlyList<Scenario> scenarios = [.. await byWriters.ScenariosAsync(), .. await byLength.ScenariosAsync(cancellation)];
            await running.MeasureAsync(parsed, scenarios, How, cancellation);
        });
        return command;
    }
}
