using System.Collections.Concurrent;
using System.Diagnostics;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;
using Numeroly.Bench.Measuring;
using Numeroly.Bench.World;
using Numeroly.Harness;

namespace Numeroly.Bench.FollowDelay;

/// <summary>A node on a database of its own where Marten's daemon follows what is said.</summary>
internal sealed class Following : IAsyncDisposable
{
    private static readonly TimeSpan FastPolling = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan SlowPolling = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<(Guid Stream, long Version), long> _committed = new();
    private readonly TestDatabase _database;
    private readonly StoreNode _node;
    private readonly Subscriber _subscriber;
    private readonly IProjectionDaemon _daemon;

    private Following(TestDatabase database, StoreNode node, Subscriber subscriber, IProjectionDaemon daemon) =>
        (_database, _node, _subscriber, _daemon) = (database, node, subscriber, daemon);

    public TestDatabase Database => _database;

    public NpgsqlDataSource Pool => _node.Pool;

    public required IReadOnlyList<Talk> Talks { get; init; }

    /// <param name="isNotified">Whether appends say so by NOTIFY, for which the daemon listens; else it only polls.</param>
    public static async Task<Following> StartAsync(int talks, bool isNotified, CancellationToken cancellation)
    {
        var database = await TestDatabase.CreateAsync();
        var subscriber = new Subscriber();
        var node = await StoreNode.StartAsync(database, cancellation, also: services => services.ConfigureMarten(options =>
        {
            options.Events.UseListenNotifyForEventAppends = isNotified;
            options.Projections.AsyncMode = DaemonMode.ExternallyManaged;
            options.Projections.FastPollingTime = FastPolling;
            options.Projections.SlowPollingTime = SlowPolling;
            options.Projections.Subscribe(subscriber, subscription => subscription.Name = "bench");
        }));
        var begun = await Talk.BeginManyAsync(node, talks, cancellation);
        var daemon = await node.Marten.BuildProjectionDaemonAsync();
        await daemon.StartAllAsync();
        await Eventually.HoldsAsync(() => begun.All(talk => subscriber.Has((talk.Id, talk.Version))), "the daemon to follow");
        return new Following(database, node, subscriber, daemon) { Talks = begun };
    }

    /// <summary>Says one more thing and notes when it was committed.</summary>
    public async Task WriteAsync(Talk talk)
    {
        await talk.SayAsync();
        _committed[(talk.Id, talk.Version)] = Stopwatch.GetTimestamp();
    }

    /// <summary>Waits until all is seen, and starts anew.</summary>
    /// <param name="took">How long was written.</param>
    public async Task<Measurement> TakeAllAsync(TimeSpan took)
    {
        await Eventually.HoldsAsync(() => _committed.Keys.All(_subscriber.Has), "the daemon to have all events", TimeSpan.FromMinutes(2));
        // The subscriber may have it before the writer has been told that it is committed.
        var delays = _committed.Select(one => Delay(one.Value, _subscriber.When(one.Key))).ToList();
        _committed.Clear();
        return Measurement.Of(delays, took);
    }

    public async ValueTask DisposeAsync()
    {
        await _daemon.StopAllAsync();
        _daemon.Dispose();
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static TimeSpan Delay(long committed, long seen) => Stopwatch.GetElapsedTime(Math.Min(committed, seen), seen);
}
