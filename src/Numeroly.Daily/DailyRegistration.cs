using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Numeroly.Daily.Resilience;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Daily;

/// <summary>Adds Daily to a host. Unsound settings stop the host at its start with sentences that say why.</summary>
public static class DailyRegistration
{
    /// <summary>Adds <see cref="DailyClient"/> with the settings of a section, usually <see cref="DailyOptions.Section"/>.</summary>
    public static IServiceCollection AddDaily(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<DailyOptions>().Bind(section);
        return services.AddDailyClient();
    }

    /// <summary>Adds <see cref="DailyClient"/> with settings made in code.</summary>
    public static IServiceCollection AddDaily(this IServiceCollection services, Action<DailyOptions> configure)
    {
        services.AddOptions<DailyOptions>().Configure(configure);
        return services.AddDailyClient();
    }

    /// <summary>Adds <see cref="WebhookVerifier"/> with the settings of a section, usually <see cref="WebhookVerification.Section"/>.</summary>
    public static IServiceCollection AddDailyWebhooks(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<WebhookVerification>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookVerification>, WebhookVerificationValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new WebhookVerifier(
            provider.GetRequiredService<IOptions<WebhookVerification>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IServiceCollection AddDailyClient(this IServiceCollection services)
    {
        services.AddOptions<DailyOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DailyOptions>, DailyOptionsValidator>());
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<DailyOptions>>().Value);
        services.TryAddSingleton<DailyTelemetry>();
        services.TryAddSingleton<RateBuckets>();
        services.TryAddSingleton<DailyHttp>();
        services.TryAddSingleton<HttpAttempt>();
        services.TryAddSingleton<Repeating>();
        services.TryAddSingleton<DailyTransport>();
        services.TryAddSingleton(provider => new DailyClient(new DailyCaller(
            provider.GetRequiredService<DailyTransport>(), provider.GetRequiredService<DailyOptions>())));
        return services;
    }
}
