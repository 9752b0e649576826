using System.CommandLine;
using Numeroly.Bench.CommandLine;
using Numeroly.Bench.Yardsticks;
using Numeroly.Harness;

namespace Numeroly.Bench.Messages;

/// <summary><c>messages</c>: how fast the messages of conversations are handled, in their order.</summary>
internal static class MessagesCommand
{
    public static Command Create()
    {
        var running = new Running();
        var count = Options.Count("--messages", 2_000, "Messages in a flood.");
        var seconds = Options.Seconds("--seconds", 5, "How long a run takes in which they come one by one.");
        var rate = Options.Rate("--rate", 50, "Messages a second where they come one by one.");
        var command = new Command(
            "messages", "Messages through the sequencer and Wolverine from sending to handling, in 1 conversation and in 64.")
        {
            count, seconds, rate,
        };
        running.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var duration = TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds));
            var load = new MessageLoad(parsed.GetRequiredValue(count), duration, parsed.GetRequiredValue(rate));
            await using var database = await TestDatabase.CreateAsync();
            await using var messages = await TimedMessages.StartAsync(database, cancellation);
            var rows = new BareRows(messages.Node.Pool);
            await rows.InstallAsync(cancellation);
            await running.MeasureAsync(parsed, new MessageScenarios(messages, rows, load).All(), How(load), cancellation);
        });
        return command;
    }

    private static string[] How(MessageLoad load) =>
    [
        $"flood: {load.Flood} messages by {MessageLoad.Senders} senders, each sending its next when its last is committed (closed loop); "
            + "the rate is until the last one is handled, latency includes waiting in line",
        $"one by one: {load.PerSecond:0} a second, pauses of random length (open loop)",
        "latency: from before sending until its handler has run; "
            + "the handler looks for the conversation, finds none and is done, which is one more commit",
        "each message enters its conversation's sequence in a transaction of its own; "
            + "the store and Wolverine run as in the API",
        "yardstick: one bare row inserted and committed, deleted and committed; "
            + $"{MessageLoad.Senders} workers in the flood, also by one worker since a conversation's messages are handled in turn",
    ];
}

/// <summary>How many messages are sent, and how fast.</summary>
internal sealed record MessageLoad(int Flood, TimeSpan Duration, double PerSecond)
{
    public const int Senders = 16;
}
