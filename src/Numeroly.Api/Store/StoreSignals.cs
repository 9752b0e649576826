using System.Threading.Channels;

namespace Numeroly.Api.Store;

/// <summary>
/// Says that something was committed: at once to those waiting in this process, and through
/// <see cref="SignalRelay"/> to the other nodes. Only a hint to look now instead of at the next poll.
/// </summary>
public sealed class StoreSignals(IEnumerable<IStreamObserver> observers)
{
    // What nobody fetches to tell it is not worth keeping: whoever follows a stream looks by itself, too.
    private const int MostUntold = 10_000;

    private readonly IStreamObserver[] _observers = [.. observers];
    private readonly Channel<StreamMoved> _untold = Channel.CreateBounded<StreamMoved>(
        new BoundedChannelOptions(MostUntold) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>This node committed something the others should hear of.</summary>
    internal Signal Local { get; } = new();

    public void Committed(StreamMoved moved)
    {
        foreach (var observer in _observers) observer.Moved(moved, here: true);
        _untold.Writer.TryWrite(moved);
        Local.Pulse();
    }

    /// <param name="moved">The streams that are known to have new events; there may be more.</param>
    internal void CommittedElsewhere(IEnumerable<StreamMoved> moved)
    {
        foreach (var stream in moved)
        {
            foreach (var observer in _observers) observer.Moved(stream, here: false);
        }
    }

    /// <summary>The streams that have grown since this was last asked, each once.</summary>
    internal IReadOnlyCollection<StreamMoved> TakeUntold()
    {
        var latest = new Dictionary<Guid, StreamMoved>();
        while (_untold.Reader.TryRead(out var moved))
        {
            if (!latest.TryGetValue(moved.Stream, out var known) || known.Version < moved.Version) latest[moved.Stream] = moved;
        }

        return latest.Values;
    }
}
