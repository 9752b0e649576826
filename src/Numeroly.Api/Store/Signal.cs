namespace Numeroly.Api.Store;

/// <summary>
/// Wakes whoever waits for something new. Waiting never misses a pulse that came after <see cref="Mark"/> was read, so
/// the pattern is: read the mark, look for work, and only when there is none wait with that mark.
/// </summary>
public sealed class Signal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _pulses;

    public long Mark => Interlocked.Read(ref _pulses);

    public void Pulse()
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            Interlocked.Increment(ref _pulses);
            waiting = _next;
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }

    /// <summary>Returns at the first pulse after <paramref name="mark"/>, or when the time is up.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public async Task WaitAsync(long mark, TimeSpan atMost, CancellationToken cancellation)
    {
        Task pulse;
        lock (_gate)
        {
            if (Mark != mark) return;
            pulse = _next.Task;
        }

        try
        {
            await pulse.WaitAsync(atMost, cancellation);
        }
        catch (TimeoutException)
        {
            // Waiting at most so long is what was asked for.
        }
    }
}
