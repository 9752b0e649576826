namespace Numeroly.Assistant.Tests.Hearing;

/// <summary>Time that passes so many times as fast, for what takes minutes.</summary>
public sealed class HurriedTime(int times) : TimeProvider
{
    private readonly long _start = System.GetTimestamp();

    public override long GetTimestamp() => _start + ((System.GetTimestamp() - _start) * times);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    private TimeSpan Hurried(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / times;
}
