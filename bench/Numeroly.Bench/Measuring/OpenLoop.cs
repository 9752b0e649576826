using System.Diagnostics;

namespace Numeroly.Bench.Measuring;

/// <summary>
/// Starts operations at a given rate, whether or not earlier ones are done: what somebody meets who comes by at some
/// moment. Pauses vary between half and one and a half of the mean, so that no clock in the program keeps step.
/// </summary>
public sealed class OpenLoop(double perSecond)
{
    private const int Seed = 20261122;

    /// <summary>For a time; waits for the last one.</summary>
    /// <param name="operation">Gets the operation's number.</param>
    public async Task<Measurement> RunAsync(TimeSpan duration, Func<int, Task> operation, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(duration);
        var timed = await RunAsync(operation, enough.Token);
        cancellation.ThrowIfCancellationRequested();
        return Measurement.Of([.. timed.Select(one => one.Took)], duration);
    }

    /// <summary>Until told to stop; waits for the last one. Gives each operation with its times.</summary>
    /// <inheritdoc cref="RunAsync(TimeSpan, Func{int, Task}, CancellationToken)"/>
    public async Task<IReadOnlyList<Interval>> RunAsync(Func<int, Task> operation, CancellationToken enough)
    {
        var random = new Random(Seed);
        var running = new List<Task<Interval>>();
        var planned = Stopwatch.GetTimestamp();
        while (!enough.IsCancellationRequested)
        {
            var ahead = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), planned);
            if (ahead > TimeSpan.Zero) await Task.Delay(ahead, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (enough.IsCancellationRequested) break;
            running.Add(TimeAsync(operation, running.Count));
            planned += (long)(Stopwatch.Frequency / perSecond * (0.5 + random.NextDouble()));
        }

        return await Task.WhenAll(running);
    }

    private static async Task<Interval> TimeAsync(Func<int, Task> operation, int number)
    {
        var begun = Stopwatch.GetTimestamp();
        await operation(number);
        return new Interval(begun, Stopwatch.GetTimestamp());
    }
}
