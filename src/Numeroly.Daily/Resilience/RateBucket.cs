using System.Threading.RateLimiting;

namespace Numeroly.Daily.Resilience;

/// <summary>Whether a request may go out now, and how long it waited or would have to wait.</summary>
internal readonly record struct Admission(bool Granted, TimeSpan Wait);

/// <summary>
/// Keeps this node below one of Daily's rate limits: requests beyond it wait their turn, first come first served,
/// and one that would wait longer than it has left is turned away at once.
/// </summary>
internal sealed class RateBucket : IDisposable
{
    private const int Segments = 10;

    private readonly TimeProvider _time;
    private readonly SlidingWindowRateLimiter _limiter;
    private readonly Lock _gate = new();
    private readonly long?[] _grants;
    private int _oldest;

    public RateBucket(int permits, TimeSpan window, TimeProvider time)
    {
        Window = window;
        _time = time;
        _grants = new long?[permits];

        // The limiter gives permits back by whole segments, up to one segment early. One segment more keeps
        // every stretch of Daily's window within the limit, wherever it begins.
        _limiter = new SlidingWindowRateLimiter(new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = window + (window / Segments),
            SegmentsPerWindow = Segments + 1,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Daily's window for this limit, after which it is certainly free again.</summary>
    public TimeSpan Window { get; }

    public async ValueTask<Admission> EnterAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        var remaining = deadline.Remaining;
        var atLeast = ShortestWait();
        if (atLeast > remaining)
            return new Admission(Granted: false, atLeast);

        var start = _time.GetTimestamp();
        using var limit = new TimeLimit(remaining, _time, cancellationToken);
        try
        {
            using var lease = await _limiter.AcquireAsync(permitCount: 1, limit.Token);
            Remember();
            return new Admission(lease.IsAcquired, _time.GetElapsedTime(start));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Admission(Granted: false, ShortestWait());
        }
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>
    /// The limiter does not say how long its queue is in time, so the last grants are remembered: the request behind
    /// n others goes out no sooner than one window after the n-th oldest grant.
    /// </summary>
    private TimeSpan ShortestWait()
    {
        var ahead = (int)(_limiter.GetStatistics()?.CurrentQueuedCount ?? 0);
        lock (_gate)
        {
            var (fullWindows, position) = Math.DivRem(ahead, _grants.Length);
            if (_grants[(_oldest + position) % _grants.Length] is not { } grant)
                return fullWindows * Window;
            var wait = ((fullWindows + 1) * Window) - _time.GetElapsedTime(grant);
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    private void Remember()
    {
        lock (_gate)
        {
            _grants[_oldest] = _time.GetTimestamp();
            _oldest = (_oldest + 1) % _grants.Length;
        }
    }
}
