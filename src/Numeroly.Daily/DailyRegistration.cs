using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Numeroly.Daily.Reading;
using Numeroly.Daily.Requests;
using Numeroly.Daily.Resilience;
using Numeroly.Daily.Webhooks;
using Refit;

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
        services.TryAddSingleton<DailyCaller>();
        services.TryAddSingleton(provider => new DailyClient(provider.GetRequiredService<DailyCaller>()));
        services.TryAddTransient<RepeatingHandler>();
        services.TryAddTransient<RateLimitHandler>();
        services.TryAddTransient<AttemptHandler>();
        services.AddRefitGeneratedClient<IDailyApi>(Settings())
            .ConfigureHttpClient(ConfigureClient)
            .ConfigurePrimaryHttpMessageHandler(provider => Connections(provider.GetRequiredService<DailyOptions>()))
            .AddHttpMessageHandler<RepeatingHandler>()
            .AddHttpMessageHandler<RateLimitHandler>()
            .AddHttpMessageHandler<AttemptHandler>()
            .RemoveAllLoggers()

            // The client is there as long as the process; its connections are renewed by themselves.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        return services;
    }

    private static RefitSettings Settings() => new(SystemTextJsonContentSerializer.ForContext(DailyJson.Default))
    {
        UrlParameterFormatter = new QueryValues(),

        // A body of known length, which can be sent again.
        Buffered = true,

        // The handlers have named what failed on the way; the caller names what cannot be read.
        TransportExceptionFactory = (_, fault, _) => fault,
        DeserializationExceptionFactory = (_, fault) =>
            ValueTask.FromResult<Exception?>(fault as JsonException ?? new JsonException(fault.Message, fault)),
    };

    private static void ConfigureClient(IServiceProvider provider, HttpClient client)
    {
        var options = provider.GetRequiredService<DailyOptions>();
        client.BaseAddress = options.ApiUrl;
        client.DefaultRequestHeaders.Authorization = string.IsNullOrEmpty(options.ApiKey) ? null : new("Bearer", options.ApiKey);

        // Each attempt has its own time limit.
        client.Timeout = Timeout.InfiniteTimeSpan;
    }

    private static SocketsHttpHandler Connections(DailyOptions options) => new()
    {
        // A new address behind Daily's name is seen within two minutes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),

        // Shorter than a balancer's usual minute, so that a request seldom meets a connection being closed.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),

        // Leaves time for the answer, and tells "never sent" from "sent, no answer".
        ConnectTimeout = options.AttemptTimeout / 2,

        // Daily does not redirect; following would take the key along or lose the body.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
    };
}
