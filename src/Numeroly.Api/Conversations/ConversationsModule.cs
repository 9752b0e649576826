using JasperFx.CommandLine.Descriptions;
using Numeroly.Api.Assistants;
using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Api.Store.TakingOver;
using Numeroly.Daily;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>Conversations: their store, their routes, and what goes on behind them.</summary>
public static class ConversationsModule
{
    public static WebApplicationBuilder AddConversations(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.AddConversationStore(handlesMessages: true).Services
            .Configure<ConversationOptions>(configuration.GetSection(ConversationOptions.Section))
            .Configure<ReconcilingOptions>(configuration.GetSection(ReconcilingOptions.Section))
            .AddSingleton<RoomCreation>()
            .AddSingleton<ConversationList>()
            .AddSingleton<RecordingLinks>()
            .AddSingleton<RecordingNews>()
            .AddSingleton<Attendance>()
            .AddSingleton<FeedLimit>()
            .AddSingleton<LiveFeed>()
            .AddSingleton<OrphanCount>()
            .AddSingleton<RoomComparison>()
            .AddSingleton<PresenceComparison>()
            .AddSingleton<StalledEndings>()
            .AddHostedService<Reconciler>()
            .AddHostedService(provider => provider.GetRequiredService<NodeLease>())
            .AddHostedService<SequencerSweep>()
            .AddHostedService<Housekeeping>();
        return builder;
    }

    /// <summary>Conversations to be read, followed and changed: what the API and an assistant's process have in common.</summary>
    public static WebApplicationBuilder AddConversationStore(this WebApplicationBuilder builder, bool handlesMessages)
    {
        var configuration = builder.Configuration;
        var summons = AssistingRegistration.Place(configuration, builder.Environment) != "none";
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddMartenStore(configuration)
            .AddDaily(configuration.GetSection(DailyOptions.Section))
            .AddSingleton((configuration.GetSection(ConversationOptions.Section).Get<ConversationPolicy>() ?? new ConversationPolicy()) with { SummonsAssistant = summons })
            .AddSingleton(provider => new Redis(configuration["Redis:Url"], provider.GetRequiredService<ILogger<Redis>>()))
            .Configure<LiveFeedOptions>(configuration.GetSection(LiveFeedOptions.Section))
            .AddSingleton<FollowedStreams>()
            .AddSingleton<IStreamObserver>(provider => provider.GetRequiredService<FollowedStreams>())
            .AddSingleton<IStreamObserver, StreamNotices>()
            .AddHostedService<StreamNoticeListener>()
            .AddHostedService<StreamLookout>()
            .AddSingleton<SchemaUpdate>()
            .AddSingleton<ISystemPart, SchemaPart>()
            .AddSingleton<MessagesBefore>()
            .AddSingleton<DeadLettersBefore>()
            .AddSingleton<StoreBefore>()
            .AddSingleton(new MessagesHandledHere(handlesMessages))
            .AddSingleton<NodeLease>()
            .AddHostedService<StoreStart>();
        return builder.AddWolverineMessaging();
    }

    /// <summary>The routes that only read; those that write are Wolverine's.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("Conversations");
        ListConversationsRoute.Map(routes);
        GetConversationRoute.Map(routes);
        ListMessagesRoute.Map(routes);
        GetRecordingRoute.Map(routes);
        ListEventsRoute.Map(routes);
        FollowConversationRoute.Map(routes);
    }
}
