using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;
using Numeroly.Api.Configuring;
using Numeroly.Api.Conversations;
using Numeroly.Events.Conversations;
using Weasel.Core;
using Wolverine.Marten;

namespace Numeroly.Api.Store;

/// <summary>Marten, as every process that reads or writes conversations has it.</summary>
public static class MartenStore
{
    public const string WolverineSchema = "wolverine";

    public static IServiceCollection AddMartenStore(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton(_ => new StoreDatabase(configuration["Store:Database"] ?? throw new SettingMissingException("DATABASE_URL", "the PostgreSQL database to keep everything in")))
            .AddSingleton(provider => provider.GetRequiredService<StoreDatabase>().Pool)
            .AddSingleton<StoreReadiness>()
            .AddSingleton<StoreSignals>()
            .AddSingleton<CommitListener>()
            .AddSingleton<ConversationReader>()
            .AddSingleton<TranscriptReader>()
            .AddSingleton(configuration.GetSection(GroupCommitOptions.Section).Get<GroupCommitOptions>() ?? new GroupCommitOptions())
            .AddSingleton<GroupCommit>()
            .AddHostedService(provider => provider.GetRequiredService<GroupCommit>())
            .AddHostedService<SignalRelay>()
            .AddMarten(Configure)
            .UseLightweightSessions()
            .IntegrateWithWolverine(integration => integration.MessageStorageSchemaName = WolverineSchema);
        return services;
    }

    private static StoreOptions Configure(IServiceProvider services)
    {
        var options = new StoreOptions();
        options.Connection(services.GetRequiredService<NpgsqlDataSource>());
        options.DisableNpgsqlLogging = true;
        // The schema is brought up to date at start, once, and not looked at by every first use.
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(StoreJson.Options, EnumStorage.AsString);

        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.Events.UseIdentityMapForAggregates = true;
        // Without it two appends to one stream and a third that waits for its row can block each other in a circle.
        options.Events.UseExclusiveLockOnConcurrentAppends = true;
        foreach (var type in typeof(ConversationEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ConversationEvent))))
            options.Events.AddEventType(type);
        foreach (var index in TranscriptReader.Indexes) options.Events.IgnoreIndex(index);

        var snapshots = options.Schema.For<Conversation>()
            .UseNumericRevisions(true)
            .Duplicate(conversation => conversation.UserId, pgType: "text")
            .Duplicate(conversation => conversation.EndedAt)
            .Duplicate(conversation => conversation.RoomDeletedAt);
        foreach (var index in (string[])["conversations_of_user", "conversations_open", "conversations_ended"]) snapshots.IgnoreIndex(index);
        options.Projections.Add(new ConversationSnapshot(), ProjectionLifecycle.Inline);
        options.Listeners.Add(services.GetRequiredService<CommitListener>());
        return options;
    }
}
