using System.CommandLine;
using Numeroly.Bench.CommandLine;
using Numeroly.Bench.Yardsticks;

namespace Numeroly.Bench.FollowDelay;

/// <summary><c>follow-delay</c>: how long after a commit a subscription to all events has it.</summary>
internal static class FollowDelayCommand
{
    public static Command Create()
    {
        var running = new Running();
        var seconds = Options.Seconds("--seconds", 5, "How long a run takes.");
        var rate = Options.Rate("--rate", 50, "Events a second where they come one by one.");
        var writers = Options.Count("--writers", 16, "Writers at full speed.");
        var command = new Command("follow-delay", "From an event's commit until a subscription of Marten's daemon has it.")
        {
            seconds, rate, writers,
        };
        running.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var duration = TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds));
            var pace = new Pace(duration, parsed.GetRequiredValue(rate), parsed.GetRequiredValue(writers));
            await using var polling = await Following.StartAsync(pace.Writers, isNotified: false, cancellation);
            await using var listening = await Following.StartAsync(pace.Writers, isNotified: true, cancellation);
            await using var notifications = await BareNotifications.StartAsync(polling.Pool, cancellation);
            var rows = new BareRows(polling.Pool);
            await rows.InstallAsync(cancellation);
            await using var transactions = new LongTransactions(listening.Database);
            var scenarios = new FollowDelayScenarios(polling, listening, transactions, notifications, rows, pace);
            await running.MeasureAsync(parsed, scenarios.All(), How(pace), cancellation);
        });
        return command;
    }

    private static string[] How(Pace pace) =>
    [
        $"one by one: {pace.PerSecond:0} appends a second, pauses of random length, whether or not earlier ones are done (open loop)",
        $"full speed: {pace.Writers} writers, each starting its next append when its last is committed (closed loop)",
        "delay: from the append's return (its commit is acknowledged) until the subscription is called with the event, 0 if it was before; "
            + "the subscription does nothing with it, its progress is committed after",
        "the daemon: Marten's, beside the writers, on a store as the API has it; polls every 50 ms while there is news, else every 250 ms; "
            + "listening: appends notify in their transaction (UseListenNotifyForEventAppends), which the API's do not",
        $"long transactions: {LongTransactions.Count} open ones that have written to another table and read the events, and drew no number",
        "yardsticks: one bare row inserted and committed; pg_notify until the listening connection has it, "
            + "which includes the commit of the notification; the same without waiting for the disk",
    ];
}

/// <summary>How long a run takes, and how fast events come in it.</summary>
internal sealed record Pace(TimeSpan Duration, double PerSecond, int Writers);
