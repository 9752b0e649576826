using Numeroly.Api.Configuring;
using Numeroly.Assistant;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Replying.Guiding;
using Numeroly.Assistant.Speaking;
using Numeroly.Events.Conversations;
using Numeroly.EventStore;
using Numeroly.EventStore.Messaging;
using Numeroly.EventStore.Schema;
using Numeroly.EventStore.Signalling;

namespace Numeroly.Api.Assistants;

/// <summary>Where assistants run, and what one needs.</summary>
public static class AssistingRegistration
{
    private static readonly string[] Places = ["inside", "elsewhere", "none"];

    /// <summary>Where the settings want assistants: in Development inside the API, otherwise in processes of their own.</summary>
    /// <exception cref="SettingUnsoundException">The setting is none of those.</exception>
    public static string Place(IConfiguration configuration, IHostEnvironment environment)
    {
        var place = configuration["Assistant:Where"] ?? (environment.IsDevelopment() ? "inside" : "elsewhere");
        return Places.Contains(place)
            ? place
            : throw new SettingUnsoundException("ASSISTANT", $"must be one of {string.Join(", ", Places)}, not '{place}'");
    }

    /// <summary>Assistants in this process: as many conversations at once as the settings allow.</summary>
    public static IServiceCollection AddAssistants(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(AssistantOptions.Section).Get<AssistantOptions>() ?? new AssistantOptions();
        var messaging = (configuration.GetSection("Messaging").Get<MessagingOptions>() ?? new MessagingOptions()) with
        {
            MaxInFlight = options.MostConversations,
            StreamIdInLogs = "AssistantLine",
        };
        return services
            .Configure<AssistantOptions>(configuration.GetSection(AssistantOptions.Section))
            .AddCalling(configuration)
            .AddHearing(configuration)
            .AddReplying(configuration, _ => new OfflineGuide())
            .AddSpeaking(configuration)
            .AddSingleton<AssistantParts>()
            .AddHostedService<AssistantAnnouncement>()
            .AddSingleton<IHostedService>(provider => Pump(provider, messaging));
    }

    private static MessagePump Pump(IServiceProvider provider, MessagingOptions messaging)
    {
        var types = MessageTypes.Of<ConversationMessage>().Only(type => type == typeof(AttendConversation));
        var handler = ActivatorUtilities.CreateInstance<AttendConversationHandler>(provider, types);
        var line = new MessageLine(provider.GetRequiredService<MessageQueue>(), handler, messaging, provider.GetRequiredService<ILogger<MessageLine>>());
        return new MessagePump(
            provider.GetRequiredService<StoreDatabase>(),
            provider.GetRequiredService<StoreReadiness>(),
            line,
            types,
            provider.GetRequiredService<StoreSignals>(),
            messaging,
            provider.GetRequiredService<ILogger<MessagePump>>());
    }
}
