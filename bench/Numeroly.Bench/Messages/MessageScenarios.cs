using System.Diagnostics;
using Numeroly.Bench.Measuring;
using Numeroly.Bench.Yardsticks;

namespace Numeroly.Bench.Messages;

/// <summary>Messages in one line and in many, in a flood and one by one.</summary>
internal sealed class MessageScenarios(TimedHandler handler, BareRows rows, MessageLoad load)
{
    private const string Flood = "Flood";
    private const string Calm = "One by one";
    private const string Row = "yardstick: bare row in and out";

    private readonly OpenLoop _oneByOne = new(load.PerSecond);

    public IReadOnlyList<Scenario> All() =>
    [
        new(Flood, Row, cancellation => ClosedLoop.RunAsync(MessageLoad.Senders, load.Flood, _ => rows.InsertAndDeleteAsync(), cancellation)),
        new(Flood, "bare row in and out, one worker", cancellation => ClosedLoop.RunAsync(1, load.Flood, _ => rows.InsertAndDeleteAsync(), cancellation), Row),
        new(Flood, "messages in 64 streams", cancellation => FloodAsync(64, cancellation), Row),
        new(Flood, "messages in 1 stream", cancellation => FloodAsync(1, cancellation), Row),
        new(Calm, Row, cancellation => _oneByOne.RunAsync(load.Duration, _ => rows.InsertAndDeleteAsync(), cancellation)),
        new(Calm, "messages in 64 streams", cancellation => OneByOneAsync(64, cancellation), Row) { RateIsGiven = true },
        new(Calm, "messages in 1 stream", cancellation => OneByOneAsync(1, cancellation), Row) { RateIsGiven = true },
    ];

    private async Task<Measurement> FloodAsync(int streams, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var sending = NewStreams(streams);
        var turn = -1;
        var sent = await ClosedLoop.RunAsync(
            MessageLoad.Senders, load.Flood, _ => handler.SendAsync(sending[Interlocked.Increment(ref turn) % streams]), cancellation);
        var (delays, lastHandled) = await handler.TakeAllAsync();
        var measured = Measurement.Of(delays, Stopwatch.GetElapsedTime(begun, lastHandled));
        return measured with { Counts = measured.Counts.Add("sent per second", sent.PerSecond) };
    }

    private async Task<Measurement> OneByOneAsync(int streams, CancellationToken cancellation)
    {
        var sending = NewStreams(streams);
        await _oneByOne.RunAsync(load.Duration, number => handler.SendAsync(sending[number % streams]), cancellation);
        return Measurement.Of((await handler.TakeAllAsync()).Delays, load.Duration);
    }

    private static Guid[] NewStreams(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];
}
