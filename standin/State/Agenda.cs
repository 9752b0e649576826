namespace Numeroly.StandIn.State;

/// <summary>
/// What will happen by itself: ejections, ends of meetings, finished recordings, repeated webhooks. One timer runs
/// whatever is due, in order, inside the state's lock. An entry is never withdrawn; it looks for itself whether
/// its reason still holds. Entries are not stored: each capability puts its own back after a restart.
/// </summary>
internal sealed class Agenda : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly PriorityQueue<Action<StandInData>, (DateTimeOffset Due, long Order)> _entries = new();
    private readonly StandInState _state;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private long _lastOrder;

    public Agenda(StandInState state, TimeProvider clock)
    {
        _state = state;
        _clock = clock;
        _timer = clock.CreateTimer(_ => RunDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Notes an entry; call it inside the state's lock.</summary>
    public void At(DateTimeOffset due, Action<StandInData> happen)
    {
        _entries.Enqueue(happen, (due, ++_lastOrder));
        if (_entries.TryPeek(out _, out var first) && first.Order == _lastOrder) WakeAt(due);
    }

    public void Dispose() => _timer.Dispose();

    private void RunDue() => _state.Change(data =>
    {
        while (_entries.TryPeek(out _, out var next))
        {
            if (next.Due > _clock.GetUtcNow())
            {
                WakeAt(next.Due);
                return;
            }

            _entries.Dequeue()(data);
        }
    });

    private void WakeAt(DateTimeOffset due)
    {
        var wait = due - _clock.GetUtcNow();
        // Rounded up: a timer that rings a little early would only find nothing due.
        var milliseconds = Math.Ceiling(Math.Clamp(wait.TotalMilliseconds, 0, LongestWait.TotalMilliseconds));
        _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }
}
