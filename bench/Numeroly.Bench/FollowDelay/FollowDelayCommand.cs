using System.CommandLine;
using Numeroly.Bench.CommandLine;
using Numeroly.Bench.World;
using Numeroly.Bench.Yardsticks;
using Numeroly.Harness;

namespace Numeroly.Bench.FollowDelay;

/// <summary><c>follow-delay</c>: how long after a commit a subscriber has the event.</summary>
internal static class FollowDelayCommand
{
    public static Command Create()
    {
        var running = new Running();
        var seconds = Options.Seconds("--seconds", 5, "How long a run takes.");
        var rate = Options.Rate("--rate", 50, "Events a second where they come one by one.");
        var writers = Options.Count("--writers", 16, "Writers at full speed.");
        var command = new Command("follow-delay", "From an event's commit until a subscriber has it, on the same node and on another.") { seconds, rate, writers };
        running.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var pace = new Pace(TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds)), parsed.GetRequiredValue(rate), parsed.GetRequiredValue(writers));
            await using var database = await TestDatabase.CreateAsync();
            await using var node = await StoreNode.StartAsync(database, cancellation);
            await using var other = await StoreNode.StartAsync(database, cancellation);
            await Task.WhenAll(node.ConnectAsync(cancellation), other.ConnectAsync(cancellation));
            await using var notifications = await BareNotifications.StartAsync(node.Database, cancellation);
            var rows = new BareRows(node.Database.Pool);
            await rows.InstallAsync(cancellation);
            var talks = await Talk.BeginAsync(node, pace.Writers);
            await using var transactions = new LongTransactions(database);
            var scenarios = new FollowDelayScenarios(node, other, talks, transactions, notifications, rows, pace);
            await running.MeasureAsync(parsed, scenarios.All(), How(pace), cancellation);
        });
        return command;
    }

    private static string[] How(Pace pace) =>
    [
        $"one by one: {pace.PerSecond:0} appends a second, pauses of random length, whether or not earlier ones are done (open loop)",
        $"full speed: {pace.Writers} writers, each starting its next append when its last is committed (closed loop)",
        "delay: from the append's return (its commit is acknowledged) until the subscriber's HandleAsync is called with the event; the subscriber does nothing with it, its checkpoint is committed after",
        "another node: a second store in this process with a pool of its own; SignalRelay runs on both at all times",
        $"long transactions: {LongTransactions.Count} open ones that have written to another table and read the events, and drew no number",
        "yardsticks: one bare row inserted and committed; pg_notify until the listening connection has it, which includes the commit of the notification; the same without waiting for the disk",
    ];
}

/// <summary>How long a run takes, and how fast events come in it.</summary>
internal sealed record Pace(TimeSpan Duration, double PerSecond, int Writers);
