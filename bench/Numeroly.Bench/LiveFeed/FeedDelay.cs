using System.Collections.Concurrent;
using System.Diagnostics;
using Numeroly.Bench.Measuring;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Bench.LiveFeed;

/// <summary>A feed of each conversation that notes when each event came, beside writers that note when each was committed.</summary>
internal sealed class FeedDelay(FeedNodes nodes) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(Guid Conversation, long Version), long> _committed = new();
    private readonly ConcurrentDictionary<(Guid Conversation, long Version), long> _seen = new();
    private readonly List<LiveReader> _readers = [];

    public static async Task<FeedDelay> StartAsync(FeedNodes nodes, bool acrossNodes)
    {
        var delay = new FeedDelay(nodes);
        foreach (var conversation in nodes.Conversations)
        {
            var first = await nodes.SayAsync(conversation);
            var reader = await nodes.FollowAsync(conversation, acrossNodes, first - 1, (stored, at) => delay._seen[(conversation, stored.Version)] = at);
            await reader.HasAsync(1);
            delay._readers.Add(reader);
        }

        delay._seen.Clear();
        return delay;
    }

    /// <summary>Says something and notes when it was committed.</summary>
    public async Task WriteAsync(Guid conversation)
    {
        var version = await nodes.SayAsync(conversation);
        _committed[(conversation, version)] = Stopwatch.GetTimestamp();
    }

    /// <summary>Waits until all is seen.</summary>
    /// <param name="took">How long was written.</param>
    public async Task<Measurement> MeasureAsync(TimeSpan took)
    {
        await Eventually.HoldsAsync(() => _committed.Keys.All(_seen.ContainsKey), "the feeds to have all events", TimeSpan.FromMinutes(2));
        // The reader may have it before the writer has been told that it is committed.
        return Measurement.Of([.. _committed.Select(one => Stopwatch.GetElapsedTime(Math.Min(one.Value, _seen[one.Key]), _seen[one.Key]))], took);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in _readers) await reader.DisposeAsync();
    }
}
