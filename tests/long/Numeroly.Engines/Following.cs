using System.Globalization;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Numeroly.Api.Conversations;
using Numeroly.Api.Store;
using Numeroly.Harness;

namespace Numeroly.Engines;

/// <summary>
/// The product's store with writers, and a program of analysts beside it, which follows by Marten's daemon on a store set up in
/// the same way; a plain reader follows as well.
/// </summary>
public sealed class Following : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly TestDatabase _database;
    private readonly WebApplication _product;
    private readonly WebApplication _analysts;
    private readonly Writers _writers;
    private IProjectionDaemon? _daemon;

    private Following(TestDatabase database)
    {
        _database = database;
        _product = Build(database, _ => { });
        _analysts = Build(database, store =>
        {
            store.Projections.Subscribe(Consumed);
            store.Projections.FastPollingTime = TimeSpan.FromMilliseconds(50);
            store.Projections.SlowPollingTime = TimeSpan.FromMilliseconds(250);
            store.Projections.StaleSequenceThreshold = TimeSpan.FromSeconds(1);
        });
        var pool = _product.Services.GetRequiredService<NpgsqlDataSource>();
        _writers = new Writers(_product.Services.GetRequiredService<IDocumentStore>(), pool);
        Reader = new PlainReader(pool);
    }

    public PlainReader Reader { get; }

    /// <summary>The numbers of all events that were committed.</summary>
    public IReadOnlyList<long> Committed { get; private set; } = [];

    public Account ConsumerAccount { get; private set; } = new(0, 0, 0);

    private Consumer Consumed { get; } = new();

    public static async Task<Following> StartAsync()
    {
        var following = new Following(await TestDatabase.CreateAsync());
        await following._product.Services.GetRequiredService<SchemaUpdate>().ApplyAsync(CancellationToken.None);
        await following._database.ExecuteAsync("create schema trial; create table trial.consumed (nth bigint generated always as identity, seq bigint not null)");
        following._daemon = await following._analysts.Services.GetRequiredService<IDocumentStore>().BuildProjectionDaemonAsync();
        await following._daemon.StartAllAsync();
        return following;
    }

    /// <summary>Writes so many, and waits until the consumer has got as far as it will.</summary>
    public async Task WriteAsync(int events)
    {
        using var stop = new CancellationTokenSource();
        var reading = Reader.FollowAsync(stop.Token);
        await _writers.WriteAsync(events);
        await stop.CancelAsync();
        await reading;

        Committed = await _database.QueryAsync<long>("select seq_id from public.mt_events where type <> 'tombstone'");
        await Eventually.BecomesAsync(
            async () => (await _database.QueryAsync<long>("select coalesce(max(last_seq_id), 0) from public.mt_event_progression where name like 'consumer%'")).Single(),
            seen => seen >= Committed.Max(),
            $"the consumer to have seen everything up to {Committed.Max()}",
            Patience);
        ConsumerAccount = Account.Of(Committed, await _database.QueryAsync<long>("select seq from trial.consumed order by nth"));
    }

    /// <summary>What was measured, as a row of a table.</summary>
    public string Measures(string what)
    {
        var lags = _writers.Committed.Select(committed => Consumed.Lag(committed.Key, committed.Value)).OfType<TimeSpan>().Order().ToList();
        var commits = $"{Committed.Count} events, {_writers.Held} commits held open, {_writers.RolledBackCommits} rolled back";
        var lag = string.Create(CultureInfo.InvariantCulture, $"lag p50 {lags[lags.Count / 2].TotalSeconds:0.00} s, at most {lags[^1].TotalSeconds:0.0} s");
        return $"| {what} | {commits}; {lag}; {ConsumerAccount}; a plain reader: {Reader.Judge(Committed)} |";
    }

    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null) await _daemon.StopAllAsync();
        (_daemon as IDisposable)?.Dispose();
        await _analysts.DisposeAsync();
        await _product.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static WebApplication Build(TestDatabase database, Action<StoreOptions> more)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Store:Database"] = database.Url;
        builder.AddConversationStore(handlesMessages: false).Services.ConfigureMarten(more);
        return builder.Build();
    }
}
