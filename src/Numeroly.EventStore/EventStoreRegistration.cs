using Microsoft.Extensions.DependencyInjection;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Idempotency;
using Numeroly.EventStore.Messaging;
using Numeroly.EventStore.Reading;
using Numeroly.EventStore.Schema;
using Numeroly.EventStore.Signalling;
using Numeroly.EventStore.Subscribing;

namespace Numeroly.EventStore;

/// <summary>Puts the store's parts together.</summary>
public static class EventStoreRegistration
{
    /// <summary>
    /// Registers appending, reading, subscribing and messaging. The caller adds its aggregates'
    /// <see cref="StateReader{TState,TEvent}"/>, runs <see cref="SchemaInstaller"/> before the first use, and adds
    /// <see cref="AddMessageLine{THandler}"/> where messages are handled.
    /// </summary>
    public static IServiceCollection AddEventStore(
        this IServiceCollection services, Func<IServiceProvider, StoreDatabase> database, EventTypes events, MessageTypes messages) => services
        .AddSingleton(database)
        .AddSingleton(provider => provider.GetRequiredService<StoreDatabase>().Pool)
        .AddSingleton(events)
        .AddSingleton(messages)
        .AddSingleton<SchemaInstaller>()
        .AddSingleton<StoreReadiness>()
        .AddSingleton<StoreSignals>()
        .AddSingleton<UnitOfWorkStatements>()
        .AddSingleton<IAppender, BatchAppender>()
        .AddSingleton<EventReader>()
        .AddSingleton<EventFeed>()
        .AddSingleton<MessageQueue>()
        .AddSingleton<DeadLetters>()
        .AddSingleton<IdempotencyKeys>();

    /// <summary>Registers the line in which the messages of this process are handled, for a <see cref="MessagePump"/>.</summary>
    public static IServiceCollection AddMessageLine<THandler>(this IServiceCollection services)
        where THandler : class, IMessageHandler => services
        .AddSingleton<IMessageHandler, THandler>()
        .AddSingleton<MessageLine>();
}
