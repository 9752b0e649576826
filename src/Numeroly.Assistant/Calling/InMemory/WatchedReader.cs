using System.Threading.Channels;

namespace Numeroly.Assistant.Calling.InMemory;

/// <summary>A channel's only reader, who can be seen to have dealt with everything written so far: it has come back for more and found nothing.</summary>
internal sealed class WatchedReader<T>(ChannelReader<T> inner) : ChannelReader<T>
{
    private volatile bool _isDealing;

    /// <summary>Nothing waits, and what was read last has been dealt with.</summary>
    public bool IsCaughtUp => inner.Count == 0 && !_isDealing;

    public override Task Completion => inner.Completion;

    public override bool CanCount => inner.CanCount;

    public override int Count => inner.Count;

    public override bool TryRead(out T item)
    {
        _isDealing = true; // Before the item is gone from the channel, so that it is always in one place or the other.
        if (inner.TryRead(out item!)) return true;
        _isDealing = false;
        return false;
    }

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => inner.WaitToReadAsync(cancellationToken);
}
