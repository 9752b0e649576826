namespace Numeroly.Daily.Resilience;

/// <summary>The moment by which a call, with all its waiting and repeating, must be over.</summary>
internal sealed class Deadline
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _budget;

    private Deadline(TimeProvider time, long start, TimeSpan budget) => (_time, _start, _budget) = (time, start, budget);

    public TimeSpan Remaining
    {
        get
        {
            var left = _budget - _time.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public static Deadline In(TimeSpan budget, TimeProvider time) => new(time, time.GetTimestamp(), budget);

    /// <summary>An earlier deadline that leaves this much for a step that comes after, but never more than half.</summary>
    public Deadline KeepingBack(TimeSpan reserve) =>
        new(_time, _start, _budget - (reserve < _budget / 2 ? reserve : _budget / 2));

    /// <summary>A token that is cancelled at the deadline or together with the caller's.</summary>
    public TimeLimit Limit(CancellationToken caller) => new(Remaining, _time, caller);

    /// <summary>The same for a step of the call that may not take all its time.</summary>
    public TimeLimit Limit(TimeSpan step, CancellationToken caller) => new(step < Remaining ? step : Remaining, _time, caller);
}

/// <summary>A token that is cancelled after a while, by the given clock, or together with the caller's.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _either;

    public TimeLimit(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        _clock = new CancellationTokenSource(limit, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, caller);
    }

    public CancellationToken Token => _either.Token;

    public void Dispose()
    {
        _either.Dispose();
        _clock.Dispose();
    }
}
