using System.Threading.Channels;

namespace Numeroly.StandIn.State;

/// <summary>
/// The one door to everything the stand-in remembers of its Daily domain: rooms, calls, recordings, the webhook.
/// A single re-entrant lock guards it all. What runs inside is short and in memory: nothing is awaited, no I/O is
/// done, and what has to go out (webhooks, notices to participants) is only queued, so its order is the order of
/// the changes. The journals, fault book and rate limits hold small locks of their own and never call out of them.
/// </summary>
internal sealed class StandInState
{
    private readonly Lock _gate = new();
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private StandInData _data = new();

    /// <summary>Yields when something changed since the last look; several changes may be one.</summary>
    public ChannelReader<bool> Changes => _changes.Reader;

    public T Read<T>(Func<StandInData, T> look)
    {
        lock (_gate) return look(_data);
    }

    public T Change<T>(Func<StandInData, T> act)
    {
        lock (_gate)
        {
            var result = act(_data);
            _changes.Writer.TryWrite(true);
            return result;
        }
    }

    public void Change(Action<StandInData> act) => Change<bool>(data =>
    {
        act(data);
        return true;
    });

    /// <summary>Puts a stored state in place; only before the first request.</summary>
    public void Restore(StandInData data)
    {
        data.Index();
        lock (_gate) _data = data;
    }
}
