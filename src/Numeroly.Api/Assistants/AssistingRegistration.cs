using Numeroly.Api.Configuring;
using Numeroly.Api.Store;
using Numeroly.Assistant;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Replying.Guiding;
using Numeroly.Assistant.Speaking;

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
        return services
            .Configure<AssistantOptions>(configuration.GetSection(AssistantOptions.Section))
            .AddCalling(configuration)
            .AddHearing(configuration)
            .AddReplying(configuration, _ => new OfflineGuide())
            .AddSpeaking(configuration)
            .AddSingleton<AssistantParts>()
            .AddHostedService<AssistantAnnouncement>()
            .AddSingleton(configuration.GetSection(AssistantOptions.Section).Get<AssistantOptions>() ?? new AssistantOptions())
            .AddSingleton<SummonsWatch>()
            .AddSingleton<IStreamObserver>(provider => provider.GetRequiredService<SummonsWatch>())
            .AddSingleton<Attendant>()
            .AddHostedService<AttendingConversations>();
    }
}
