using System.Threading.RateLimiting;

namespace Numeroly.Daily.Resilience;

/// <summary>
/// Keeps this node below one of Daily's rate limits: requests beyond it wait their turn, first come first served,
/// and one that would wait longer than it has left is turned away at once.
/// </summary>
/// <remarks>
/// Daily counts requests when they arrive, which is some time between their leaving and their being answered. So a
/// permit comes back one window after the answer: however slow the way, no window at Daily sees more than the limit.
/// </remarks>
internal sealed class RateBucket : IDisposable
{
    private readonly int _permits;
    private readonly TimeProvider _time;
    private readonly ConcurrencyLimiter _limiter;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _closed;
    private readonly Lock _gate = new();
    private readonly Queue<long> _answeredAt = new();

    public RateBucket(int permits, TimeSpan window, TimeProvider time)
    {
        (_permits, Window, _time, _closed) = (permits, window, time, _closing.Token);
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = permits,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Daily's window for this limit, after which it is certainly free again.</summary>
    public TimeSpan Window { get; }

    public async ValueTask<Turn> EnterAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        var atLeast = ShortestWait();
        if (atLeast > deadline.Remaining)
            return new Turn(this, lease: null, atLeast);

        var start = _time.GetTimestamp();
        using var limit = deadline.Limit(cancellationToken);
        try
        {
            var lease = await _limiter.AcquireAsync(permitCount: 1, limit.Token);
            return new Turn(this, lease, _time.GetElapsedTime(start));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Turn(this, lease: null, ShortestWait());
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
        _limiter.Dispose();
    }

    /// <summary>The request behind n others goes out when the permit that comes back n-th is back, be it in a later round.</summary>
    private TimeSpan ShortestWait()
    {
        var now = _limiter.GetStatistics()!;
        if (now.CurrentAvailablePermits > 0)
            return TimeSpan.Zero;
        var (rounds, place) = Math.DivRem((int)now.CurrentQueuedCount, _permits);
        lock (_gate)
        {
            // The permits of requests not yet answered come back after all others, a window from now at the soonest.
            var first = place < _answeredAt.Count ? Window - _time.GetElapsedTime(_answeredAt.ElementAt(place)) : Window;
            return (rounds * Window) + (first > TimeSpan.Zero ? first : TimeSpan.Zero);
        }
    }

    private async Task GiveBackAsync(RateLimitLease lease)
    {
        lock (_gate)
            _answeredAt.Enqueue(_time.GetTimestamp());
        await Task.Delay(Window, _time, _closed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
            _answeredAt.Dequeue();
        lease.Dispose();
    }

    /// <summary>Leave to send one request, or the lack of it. To be disposed when the request is answered or given up.</summary>
    public sealed class Turn(RateBucket bucket, RateLimitLease? lease, TimeSpan wait) : IDisposable
    {
        public bool IsGranted => lease?.IsAcquired == true;

        /// <summary>How long it waited or, turned away, would have to wait.</summary>
        public TimeSpan Wait => wait;

        public void Dispose()
        {
            if (lease is not null)
                _ = bucket.GiveBackAsync(lease);
        }
    }
}
