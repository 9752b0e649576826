using System.CommandLine;
using Numeroly.Bench.CommandLine;
using Numeroly.Bench.Machine;
using Numeroly.Bench.Measuring;
using Numeroly.Bench.World;

namespace Numeroly.Bench.Append;

/// <summary><c>append</c>: what appending an event costs, beside what the disk and the server ask of anybody.</summary>
internal static class AppendCommand
{
    private static readonly string[] How =
    [
        "closed loop: each writer starts the next append when its last one is committed; each writer has a conversation of its own",
        "yardstick: one row of 400 bytes inserted and committed in one round trip, by as many writers, with no state to decide on",
        "Marten alone: a session for each append, FetchForWriting, one MessageSaved, the snapshot inline; "
            + "QuickWithServerTimestamps, identity map for aggregates",
        "Marten with group commit: the API's own registrations and its GroupCommit with the options as they come, "
            + "deciding as its route does; Wolverine is not started, all else is",
        $"each with a database of its own on the same PostgreSQL and a pool of {Pool.Connections} connections, "
            + "statements prepared as the API has them",
        "CPU: of this program, which is the writers and what they call, and of all of PostgreSQL's processes together during the run",
        "by length: one writer; the stream of 10 is a new one every 5 appends",
    ];

    public static Command Create()
    {
        var running = new Running();
        var seconds = Options.Seconds("--seconds", 5, "How long a run with writers takes.");
        var appends = Options.Count("--appends", 500, "How many appends a run on streams of a certain length makes.");
        var longest = Options.Count("--longest", 100_000, "Events in the longest stream.");
        var command = new Command("append", "What appending one event costs: by number of writers, and by length of the stream.")
        {
            seconds, appends, longest,
        };
        running.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var raw = await RawInsert.StartAsync(cancellation);
            await using var marten = await MartenAlone.StartAsync(cancellation);
            await using var together = await MartenWithGroupCommit.StartAsync(cancellation);
            var duration = TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds));
            var byWriters = new AppendByWriters([raw, marten, together], duration, await PostgresProcesses.FindAsync(cancellation));
            var byLength = new AppendByLength(together, parsed.GetRequiredValue(appends), parsed.GetRequiredValue(longest));
            Scenario[] scenarios = [.. await byWriters.ScenariosAsync(cancellation), .. await byLength.ScenariosAsync(cancellation)];
            await running.MeasureAsync(parsed, scenarios, How, cancellation);
        });
        return command;
    }
}
