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
}
