using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Idempotency;
using Numeroly.EventStore.Messaging;
using Numeroly.EventStore.Reading;
using Numeroly.EventStore.Schema;
using Numeroly.EventStore.Signalling;
using Numeroly.EventStore.Subscribing;
using Numeroly.Harness;

namespace Numeroly.EventStore.Tests;

/// <summary>A store on a database of its own; <see cref="AnotherNodeAsync"/> adds nodes on the same database.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly bool _ownsDatabase;
    private SignalRelay? _relay;

    private Store(TestDatabase database, bool ownsDatabase, EventTypes? types, IStreamObserver? observer)
    {
        Database = database;
        _ownsDatabase = ownsDatabase;
        var services = new ServiceCollection();
        if (observer is not null) services.AddSingleton(observer);
        _provider = services
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddEventStore(
                _ => new StoreDatabase(database.Url),
                types ?? EventTypes.Of<NotebookEvent>(),
                MessageTypes.Of<NotebookMessage>())
            .AddSingleton(Notebooks.Aggregate)
            .AddSingleton<StateReader<Notebook, NotebookEvent>>()
            .BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public IAppender Appender => Get<IAppender>();

    public StateReader<Notebook, NotebookEvent> States => Get<StateReader<Notebook, NotebookEvent>>();

    public EventReader Events => Get<EventReader>();

    public EventFeed Feed => Get<EventFeed>();

    public StoreSignals Signals => Get<StoreSignals>();

    public IdempotencyKeys Idempotency => Get<IdempotencyKeys>();

    public DeadLetters DeadLetters => Get<DeadLetters>();

    public static async Task<Store> StartAsync(EventTypes? types = null, IStreamObserver? observer = null)
    {
        var store = new Store(await TestDatabase.CreateAsync(), ownsDatabase: true, types, observer);
        await store.InstallAsync();
        return store;
    }

    public async Task<Store> AnotherNodeAsync(IStreamObserver? observer = null)
    {
        var node = new Store(Database, ownsDatabase: false, null, observer);
        await node.InstallAsync();
        await node.ConnectAsync();
        return node;
    }

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public async Task InstallAsync()
    {
        await Get<SchemaInstaller>().InstallAsync(
            [SchemaPart.Marten, SchemaPart.Durable, SnapshotTable.For(typeof(Notebook)), new SchemaPart("notebooks", 1, Notebooks.Sql)],
            CancellationToken.None);
        Get<StoreReadiness>().Set(await Durability.ReadAsync(Get<StoreDatabase>().Pool, CancellationToken.None));
    }

    /// <summary>Joins the signals between nodes.</summary>
    public async Task ConnectAsync()
    {
        _relay = new SignalRelay(Get<StoreDatabase>().Pool, Signals, Get<ILogger<SignalRelay>>());
        await _relay.StartAsync(CancellationToken.None);
    }

    public MessagePump Pump(IMessageHandler handler, MessagingOptions? options = null)
    {
        options ??= new MessagingOptions();
        var line = new MessageLine(Get<MessageQueue>(), handler, options, Get<ILogger<MessageLine>>());
        return new MessagePump(Get<StoreDatabase>(), Get<StoreReadiness>(), line, Get<MessageTypes>(), Signals, options, Get<ILogger<MessagePump>>());
    }

    /// <summary>Appends to a notebook, deciding again on fresh state for as long as others come first.</summary>
    public async Task<long> WriteAsync(Guid notebook, params NotebookEvent[] facts)
    {
        while (true)
        {
            var loaded = await States.LoadAsync(notebook, CancellationToken.None);
            if (await TryWriteAsync(notebook, loaded, facts) is AppendResult.Committed committed) return committed.Version;
        }
    }

    public Task<AppendResult> TryWriteAsync(Guid notebook, Loaded<Notebook> loaded, params NotebookEvent[] facts) =>
        Appender.AppendAsync(Unit(notebook, loaded, facts), CancellationToken.None);

    public static UnitOfWork Unit(Guid notebook, Loaded<Notebook> loaded, params NotebookEvent[] facts) => new()
    {
        Append = new StreamAppend(notebook, Notebooks.Aggregate.StreamType, loaded.Version, [.. facts], loaded.Now),
        Writes = [.. Notebooks.Aggregate.Project(loaded.State, notebook, loaded.Version, facts, loaded.Now).Writes],
    };

    public async Task<IReadOnlyList<StoredEvent>> StreamAsync(Guid notebook) =>
        await Events.ReadStreamAsync(notebook, 0, AsOf.Now, int.MaxValue, CancellationToken.None).ToListAsync();

    public Task SendAsync(Guid stream, string name, TimeSpan delay = default) => Appender.AppendAsync(
        new UnitOfWork { Messages = [new NewMessage(Guid.CreateVersion7(), stream, new Errand(name), delay)] },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_relay is not null) await _relay.StopAsync(CancellationToken.None);
        _relay?.Dispose();
        await _provider.DisposeAsync();
        if (_ownsDatabase) await Database.DisposeAsync();
    }
}
