using System.CommandLine;
using Numeroly.Bench.CommandLine;
using Numeroly.Bench.World;
using Numeroly.Bench.Yardsticks;
using Numeroly.Harness;

namespace Numeroly.Bench.Messages;

/// <summary><c>messages</c>: how fast durable messages are handled.</summary>
internal static class MessagesCommand
{
    public static Command Create()
    {
        var running = new Running();
        var count = Options.Count("--messages", 2_000, "Messages in a flood.");
        var seconds = Options.Seconds("--seconds", 5, "How long a run takes in which they come one by one.");
        var rate = Options.Rate("--rate", 50, "Messages a second where they come one by one.");
        var command = new Command("messages", "Durable messages from sending to handling, in 1 stream and in 64.") { count, seconds, rate };
        running.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var load = new MessageLoad(parsed.GetRequiredValue(count), TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds)), parsed.GetRequiredValue(rate));
            await using var database = await TestDatabase.CreateAsync();
            await using var node = await StoreNode.StartAsync(database, cancellation);
            await node.ConnectAsync(cancellation);
            var rows = new BareRows(node.Database.Pool);
            await rows.InstallAsync(cancellation);
            await using var handler = await TimedHandler.StartAsync(node, cancellation);
            await running.MeasureAsync(parsed, new MessageScenarios(handler, rows, load).All(), How(load), cancellation);
        });
        return command;
    }

    private static string[] How(MessageLoad load) =>
    [
        $"flood: {load.Flood} messages by {MessageLoad.Senders} senders, each sending its next when its last is committed (closed loop); the rate is until the last one is handled, latency includes waiting in line",
        $"one by one: {load.PerSecond:0} a second, pauses of random length (open loop)",
        "latency: from before sending until the handler is called; the handler does nothing, its completion is one more commit",
        "each message is a unit of work of its own through BatchAppender; MessagePump and SignalRelay run with their defaults",
        $"yardstick: one bare row inserted and committed, deleted and committed; {MessageLoad.Senders} workers in the flood, also by one worker since a stream's messages are handled one after the other",
    ];
}

/// <summary>How many messages are sent, and how fast.</summary>
internal sealed record MessageLoad(int Flood, TimeSpan Duration, double PerSecond)
{
    public const int Senders = 16;
}
