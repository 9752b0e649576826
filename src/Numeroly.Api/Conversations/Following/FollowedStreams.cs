using System.Collections.Concurrent;
using System.Collections.Immutable;
using Numeroly.Api.Observability;
using Numeroly.Api.Store;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Which conversations are followed on this node, and by whom. However many they are, the node hears of news in one place
/// and wakes those whom it concerns.
/// </summary>
public sealed class FollowedStreams : IStreamObserver
{
    private readonly ConcurrentDictionary<Guid, ImmutableList<StreamWatch>> _watches = new();
    private int _open;

    public FollowedStreams() => Telemetry.Meter.CreateObservableGauge(
        "numeroly.feeds.open", () => Volatile.Read(ref _open), "{feed}", "Live feeds that are open on this node.");

    /// <summary>The conversations that someone follows here.</summary>
    public IReadOnlyCollection<Guid> Ids => [.. _watches.Keys];

    /// <summary>Follows a conversation until the watch is disposed.</summary>
    public StreamWatch Follow(Guid conversation)
    {
        var watch = new StreamWatch(ended => Forget(conversation, ended));
        _watches.AddOrUpdate(conversation, _ => [watch], (_, others) => others.Add(watch));
        Interlocked.Increment(ref _open);
        return watch;
    }

    public void Moved(StreamMoved moved, bool here)
    {
        if (!_watches.TryGetValue(moved.Stream, out var watches)) return;
        foreach (var watch in watches) watch.Moved(moved.Version);
    }

    private void Forget(Guid conversation, StreamWatch watch)
    {
        while (_watches.TryGetValue(conversation, out var all) && all.Contains(watch))
        {
            var others = all.Remove(watch);
            var isDone = others.IsEmpty ? _watches.TryRemove(new(conversation, all)) : _watches.TryUpdate(conversation, others, all);
            if (!isDone) continue; // Someone else came or went.
            Interlocked.Decrement(ref _open);
            return;
        }
    }
}
