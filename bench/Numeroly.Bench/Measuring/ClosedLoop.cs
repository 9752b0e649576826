using System.Diagnostics;

namespace Numeroly.Bench.Measuring;

/// <summary>So many workers, each starting the next operation when its last is done: what can be done at most.</summary>
public static class ClosedLoop
{
    /// <summary>For a time.</summary>
    /// <param name="operation">Gets the worker's number.</param>
    public static Task<Measurement> RunAsync(int workers, TimeSpan duration, Func<int, Task> operation, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        return RunAsync(workers, () => Stopwatch.GetElapsedTime(started) < duration, operation, cancellation);
    }

    /// <summary>So often, all workers together.</summary>
    /// <inheritdoc cref="RunAsync(int, TimeSpan, Func{int, Task}, CancellationToken)"/>
    public static Task<Measurement> RunAsync(int workers, int times, Func<int, Task> operation, CancellationToken cancellation)
    {
        var begun = 0;
        return RunAsync(workers, () => Interlocked.Increment(ref begun) <= times, operation, cancellation);
    }

    private static async Task<Measurement> RunAsync(int workers, Func<bool> goesOn, Func<int, Task> operation, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var samples = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => WorkAsync(worker), CancellationToken.None)));
        return Measurement.Of([.. samples.SelectMany(sample => sample)], Stopwatch.GetElapsedTime(started));

        async Task<List<TimeSpan>> WorkAsync(int worker)
        {
            var took = new List<TimeSpan>();
            while (!cancellation.IsCancellationRequested && goesOn())
            {
                var begun = Stopwatch.GetTimestamp();
                await operation(worker);
                took.Add(Stopwatch.GetElapsedTime(begun));
            }

            cancellation.ThrowIfCancellationRequested();
            return took;
        }
    }
}
