using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Numeroly.Api.Conversations;
using Numeroly.Events.Conversations;
using Numeroly.EventStore;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Messaging;
using Numeroly.EventStore.Reading;
using Numeroly.EventStore.Schema;
using Numeroly.EventStore.Signalling;
using Numeroly.EventStore.Subscribing;
using Numeroly.Harness;

namespace Numeroly.Bench.World;

/// <summary>One node's store of conversations, as the API puts it together, with nothing else around it.</summary>
internal sealed class StoreNode : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private SignalRelay? _relay;

    private StoreNode(TestDatabase database) => _provider = new ServiceCollection()
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddEventStore(_ => new StoreDatabase(database.Url), EventTypes.Of<ConversationEvent>(), MessageTypes.Of<ConversationMessage>())
        .AddSingleton(ReadModels.Aggregate)
        .AddSingleton<StateReader<Conversation, ConversationEvent>>()
        .BuildServiceProvider();

    public StoreDatabase Database => Get<StoreDatabase>();

    public IAppender Appender => Get<IAppender>();

    public StateReader<Conversation, ConversationEvent> States => Get<StateReader<Conversation, ConversationEvent>>();

    public static async Task<StoreNode> StartAsync(TestDatabase database, CancellationToken cancellation)
    {
        var node = new StoreNode(database);
        await node.Get<SchemaInstaller>().InstallAsync(ConversationRegistration.Schema, cancellation);
        node.Get<StoreReadiness>().Set(await Durability.ReadAsync(node.Database.Pool, cancellation));
        return node;
    }

    /// <summary>Joins the signals between nodes, and returns once it hears the others.</summary>
    public async Task ConnectAsync(CancellationToken cancellation)
    {
        _relay = new SignalRelay(Database.Pool, Signals, Get<ILogger<SignalRelay>>());
        await _relay.StartAsync(cancellation);
        await Eventually.HoldsAsync(() => Signals.Events.Mark > 0, "this node to hear the others"); // It looks for news as soon as it listens.
    }

    public Task<NodeService> FollowAsync(ISubscriber subscriber, CancellationToken cancellation) => NodeService.StartAsync(
        new Subscription(subscriber, Database, Get<StoreReadiness>(), Get<EventFeed>(), Signals, Get<ILogger<Subscription>>()), cancellation);

    public Task<NodeService> PumpAsync(IMessageHandler handler, CancellationToken cancellation)
    {
        var options = new MessagingOptions();
        var line = new MessageLine(Get<MessageQueue>(), handler, options, Get<ILogger<MessageLine>>());
        return NodeService.StartAsync(
            new MessagePump(Database, Get<StoreReadiness>(), line, Get<MessageTypes>(), Signals, options, Get<ILogger<MessagePump>>()), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_relay is not null) await _relay.StopAsync(CancellationToken.None);
        _relay?.Dispose();
        await _provider.DisposeAsync();
    }

    private StoreSignals Signals => Get<StoreSignals>();

    private T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();
}
