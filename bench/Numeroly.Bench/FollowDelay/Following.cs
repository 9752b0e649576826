using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Numeroly.Bench.Measuring;
using Numeroly.Bench.World;
using Numeroly.EventStore.Reading;
using Numeroly.EventStore.Subscribing;
using Numeroly.Harness;

namespace Numeroly.Bench.FollowDelay;

/// <summary>A subscriber that notes when it was given each event, beside writers that note when each was committed.</summary>
internal sealed class Following : ISubscriber, IAsyncDisposable
{
    private readonly ConcurrentDictionary<(Guid Stream, long Version), long> _committed = new();
    private readonly ConcurrentDictionary<(Guid Stream, long Version), long> _seen = new();
    private NodeService? _subscription;

    // Of this run alone: it begins with what the run writes, not where another one stopped.
    public string Name { get; } = $"Bench{Guid.NewGuid():N}:All";

    /// <summary>Follows on one node what is written on another, or on the same.</summary>
    public static async Task<Following> StartAsync(StoreNode writer, StoreNode follower, CancellationToken cancellation)
    {
        var following = new Following();
        var first = await Talk.BeginAsync(writer);
        await following.BeginAtTheEndAsync(writer, cancellation);
        following._subscription = await follower.FollowAsync(following, cancellation);
        await following.WriteAsync(first);
        await Eventually.HoldsAsync(() => following._seen.ContainsKey((first.Id, first.Version)), "the subscriber to follow");
        return following;
    }

    /// <summary>Appends a line and notes when it was committed.</summary>
    public async Task WriteAsync(Talk talk)
    {
        await talk.SayAsync();
        _committed[(talk.Id, talk.Version)] = Stopwatch.GetTimestamp();
    }

    /// <summary>Waits until all is seen. The first event does not count: it was there before the run.</summary>
    /// <param name="took">How long was written.</param>
    public async Task<Measurement> MeasureAsync(TimeSpan took)
    {
        await Eventually.HoldsAsync(() => _seen.Count >= _committed.Count, "the subscriber to have all events", TimeSpan.FromMinutes(2));
        var delays = _committed.OrderBy(one => one.Value).Skip(1).Select(one => Stopwatch.GetElapsedTime(one.Value, _seen[one.Key])).ToList();
        return Measurement.Of(delays, took);
    }

    public Task HandleAsync(IReadOnlyList<StoredEvent> events, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var stored in events) _seen[(stored.StreamId, stored.Version)] = now;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_subscription is not null) await _subscription.DisposeAsync();
    }

    private async Task BeginAtTheEndAsync(StoreNode node, CancellationToken cancellation)
    {
        await using var command = node.Database.Pool.CreateCommand(
            "insert into mt_event_progression (name, last_seq_id) select $1, coalesce(max(seq_id), 0) from mt_events");
        command.Parameters.Add(new() { Value = Name });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
