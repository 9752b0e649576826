using System.CommandLine;
using Numeroly.Bench.CommandLine;
using Numeroly.Bench.Yardsticks;

namespace Numeroly.Bench.LiveFeed;

/// <summary><c>live-feed</c>: how long after a commit the reader of a live feed has the event.</summary>
internal static class LiveFeedCommand
{
    private const int Conversations = 16;

    public static Command Create()
    {
        var running = new Running();
        var seconds = Options.Seconds("--seconds", 5, "How long a run takes.");
        var rate = Options.Rate("--rate", 50, "Events a second.");
        var feeds = Options.Count("--feeds", 500, "Other feeds that are open where it says so.");
        var command = new Command("live-feed", "From an event's commit until the reader of a live feed has it, on the same node and on another.") { seconds, rate, feeds };
        running.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var pace = new FeedPace(TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds)), parsed.GetRequiredValue(rate), parsed.GetRequiredValue(feeds));
            await using var withRedis = await FeedNodes.StartAsync(withRedis: true, Conversations, pace.OtherFeeds);
            await using var withoutRedis = await FeedNodes.StartAsync(withRedis: false, Conversations, pace.OtherFeeds);
            await using var notifications = await BareNotifications.StartAsync(withRedis.Database, cancellation);
            var rows = new BareRows(withRedis.Database);
            await rows.InstallAsync(cancellation);
            await running.MeasureAsync(parsed, new LiveFeedScenarios(withRedis, withoutRedis, notifications, rows, pace).All(), How(pace), cancellation);
        });
        return command;
    }

    private static string[] How(FeedPace pace) =>
    [
        $"one by one: {pace.PerSecond:0} messages a second into {Conversations} conversations in turn, pauses of random length, whether or not earlier ones are done (open loop)",
        "delay: from when the commit is acknowledged to the writer on the first node until a reader that is connected by HTTP has read the event's last byte; 0 where the reader was first",
        "two nodes of the API in this process, each with a pool of its own, everything running that runs in a real one; the readers are in this process too, over the loopback interface",
        $"other feeds: {pace.OtherFeeds}, each of a conversation in which nothing happens, open on the reader's node",
        "yardsticks as in follow-delay: one bare row inserted and committed; pg_notify until the listening connection has it, which includes the commit of the notification; the same without waiting for the disk",
    ];
}
