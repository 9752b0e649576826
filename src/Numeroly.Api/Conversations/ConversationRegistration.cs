using Numeroly.Api.Assistants;
using Numeroly.Api.Configuring;
using Numeroly.Api.Conversations.Messaging;
using Numeroly.Api.Webhooks;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Numeroly.EventStore;
using Numeroly.EventStore.Messaging;
using Numeroly.EventStore.Reading;
using Numeroly.EventStore.Schema;
using Numeroly.EventStore.Signalling;
using Numeroly.EventStore.Subscribing;

namespace Numeroly.Api.Conversations;

/// <summary>Conversations: their store, their routes, and what goes on behind them.</summary>
public static class ConversationRegistration
{
    public static IReadOnlyList<SchemaPart> Schema { get; } =
        [SchemaPart.Marten, SchemaPart.Durable, SnapshotTable.For(typeof(Conversation)), ReadModels.Schema, WebhookRegistration.Schema];

    public static WebApplicationBuilder AddConversations(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.AddConversationStore().Services
            .Configure<ConversationOptions>(configuration.GetSection(ConversationOptions.Section))
            .Configure<ReconcilingOptions>(configuration.GetSection(ReconcilingOptions.Section))
            .AddSingleton<RoomCreation>()
            .AddSingleton<ConversationList>()
            .AddSingleton<RecordingLinks>()
            .AddSingleton<RecordingNews>()
            .AddSingleton<Attendance>()
            .AddSingleton<LiveState>()
            .AddSingleton<ISubscriber, LiveStateSubscriber>()
            .AddSingleton<FeedLimit>()
            .AddSingleton<LiveFeed>()
            .AddMessageHandlers()
            .AddReconciling()
            .AddHostedService<MessagePump>()
            .AddHostedService<Subscription>()
            .AddHostedService<Housekeeping>();
        return builder;
    }

    /// <summary>Conversations to be read, followed and changed: what the API and an assistant's process have in common.</summary>
    public static WebApplicationBuilder AddConversationStore(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var summons = AssistingRegistration.Place(configuration, builder.Environment) != "none";
        builder.Services
            .AddEventStore(
                _ => new StoreDatabase(configuration["Store:Database"] ?? throw new SettingMissingException("DATABASE_URL", "the PostgreSQL database to keep everything in")),
                EventTypes.Of<ConversationEvent>(),
                MessageTypes.Of<ConversationMessage>().Only(type => type != typeof(AttendConversation)))
            .AddDaily(configuration.GetSection(DailyOptions.Section))
            .AddSingleton((configuration.GetSection(ConversationOptions.Section).Get<ConversationPolicy>() ?? new ConversationPolicy()) with { SummonsAssistant = summons })
            .AddSingleton((configuration.GetSection("Messaging").Get<MessagingOptions>() ?? new MessagingOptions()) with { StreamIdInLogs = "ConversationId" })
            .AddSingleton(ReadModels.Aggregate)
            .AddSingleton<StateReader<Conversation, ConversationEvent>>()
            .AddSingleton<Turns>()
            .AddSingleton<ConversationStore>()
            .AddSingleton<TranscriptReader>()
            .AddSingleton(provider => new Redis(configuration["Redis:Url"], provider.GetRequiredService<ILogger<Redis>>()))
            .AddFollowing(configuration)
            .AddHostedService<StorePreparation>()
            .AddHostedService<SignalRelay>();
        return builder;
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("Conversations");
        CreateConversationRoute.Map(routes);
        ListConversationsRoute.Map(routes);
        GetConversationRoute.Map(routes);
        EndConversationRoute.Map(routes);
        IssueTokenRoute.Map(routes);
        SaveMessageRoute.Map(routes);
        ListMessagesRoute.Map(routes);
        GetRecordingRoute.Map(routes);
        ReportConnectionRoute.Map(routes);
        ListEventsRoute.Map(routes);
        FollowConversationRoute.Map(routes);
    }

    private static IServiceCollection AddMessageHandlers(this IServiceCollection services) => services
        .AddMessageLine<MessageDispatcher>()
        .AddSingleton<IConversationMessageHandler<DeleteRoomUnlessCreated>, DeleteRoomUnlessCreatedHandler>()
        .AddSingleton<IConversationMessageHandler<DeleteAbandonedRoom>, DeleteAbandonedRoomHandler>()
        .AddSingleton<IConversationMessageHandler<StartRecording>, StartRecordingHandler>()
        .AddSingleton<IConversationMessageHandler<EndIfNobodyCame>, EndIfNobodyCameHandler>()
        .AddSingleton<IConversationMessageHandler<EndIfLeftForGood>, EndIfLeftForGoodHandler>()
        .AddSingleton<IConversationMessageHandler<EndAtLimit>, EndAtLimitHandler>()
        .AddSingleton<IConversationMessageHandler<AnnounceEnd>, AnnounceEndHandler>()
        .AddSingleton<IConversationMessageHandler<StopRecording>, StopRecordingHandler>()
        .AddSingleton<IConversationMessageHandler<EjectEveryone>, EjectEveryoneHandler>()
        .AddSingleton<IConversationMessageHandler<DeleteRoom>, DeleteRoomHandler>()
        .AddSingleton<IConversationMessageHandler<AttachRecording>, AttachRecordingHandler>();

    private static IServiceCollection AddFollowing(this IServiceCollection services, ConfigurationManager configuration) => services
        .Configure<LiveFeedOptions>(configuration.GetSection(LiveFeedOptions.Section))
        .AddSingleton<FollowedStreams>()
        .AddSingleton<IStreamObserver>(provider => provider.GetRequiredService<FollowedStreams>())
        .AddSingleton<IStreamObserver, StreamNotices>()
        .AddHostedService<StreamNoticeListener>()
        .AddHostedService<StreamLookout>();

    private static IServiceCollection AddReconciling(this IServiceCollection services) => services
        .AddSingleton<OrphanCount>()
        .AddSingleton<RoomComparison>()
        .AddSingleton<PresenceComparison>()
        .AddSingleton<StalledEndings>()
        .AddHostedService<Reconciler>();
}
