using System.Diagnostics;
using Numeroly.Bench.Measuring;
using Numeroly.Bench.Yardsticks;

namespace Numeroly.Bench.Messages;

/// <summary>Messages in one sequence and in many, in a flood and one by one.</summary>
internal sealed class MessageScenarios(TimedMessages messages, BareRows rows, MessageLoad load)
{
    private const string Flood = "Flood";
    private const string Calm = "One by one";
    private const string Row = "yardstick: bare row in and out";

    private readonly OpenLoop _oneByOne = new(load.PerSecond);

    public IReadOnlyList<Scenario> All() =>
    [
        new(Flood, Row, cancellation => RowsAsync(MessageLoad.Senders, cancellation)),
        new(Flood, "bare row in and out, one worker", cancellation => RowsAsync(1, cancellation), Row),
        new(Flood, "messages in 64 conversations", cancellation => FloodAsync(64, cancellation), Row),
        new(Flood, "messages in 1 conversation", cancellation => FloodAsync(1, cancellation), Row),
        new(Calm, Row, cancellation => _oneByOne.RunAsync(load.Duration, _ => rows.InsertAndDeleteAsync(), cancellation)),
        new(Calm, "messages in 64 conversations", cancellation => OneByOneAsync(64, cancellation), Row) { RateIsGiven = true },
        new(Calm, "messages in 1 conversation", cancellation => OneByOneAsync(1, cancellation), Row) { RateIsGiven = true },
    ];

    private Task<Measurement> RowsAsync(int workers, CancellationToken cancellation) =>
        ClosedLoop.RunAsync(workers, load.Flood, _ => rows.InsertAndDeleteAsync(), cancellation);

    private async Task<Measurement> FloodAsync(int conversations, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var sending = NewConversations(conversations);
        var turn = -1;
        var sent = await ClosedLoop.RunAsync(
            MessageLoad.Senders,
            load.Flood,
            _ => messages.SendAsync(sending[Interlocked.Increment(ref turn) % conversations]),
            cancellation);
        var (delays, lastHandled) = await messages.TakeAllAsync();
        var measured = Measurement.Of(delays, Stopwatch.GetElapsedTime(begun, lastHandled));
        return measured with { Counts = measured.Counts.Add("sent per second", sent.PerSecond) };
    }

    private async Task<Measurement> OneByOneAsync(int conversations, CancellationToken cancellation)
    {
        var sending = NewConversations(conversations);
        await _oneByOne.RunAsync(load.Duration, number => messages.SendAsync(sending[number % conversations]), cancellation);
        return Measurement.Of((await messages.TakeAllAsync()).Delays, load.Duration);
    }

    private static Guid[] NewConversations(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];
}
