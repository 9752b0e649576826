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
    /// Registers appending, reading, subscribing and messaging. Who handles messages adds an <see cref="IMessageHandler"/> with its <see cref="MessageLine"/>; everybody adds their
    /// aggregates' <see cref="StateReader{TState,TEvent}"/>, and runs <see cref="SchemaInstaller"/> before the first use.
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
}
