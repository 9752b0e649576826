using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Numeroly.Assistant.Calling.Chromium;
using Numeroly.Assistant.Calling.Native;

namespace Numeroly.Assistant.Calling;

/// <summary>Adds the ways into calls that the settings name. With an unknown name the host does not start.</summary>
public static class CallingRegistration
{
    private static readonly IReadOnlyDictionary<string, Action<IServiceCollection, IConfiguration>> Transports =
        new Dictionary<string, Action<IServiceCollection, IConfiguration>>(StringComparer.Ordinal)
        {
            ["chromium"] = AddChromium,
            ["native"] = AddNative,
        };

    /// <summary>Adds an <see cref="ICallTransport"/> for each of them, in their order.</summary>
    public static IServiceCollection AddCalling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CallingOptions>().Bind(configuration.GetSection(CallingOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CallingOptions>, CallingOptionsValidator>(_ => new([.. Transports.Keys])));
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CallingMetrics>();

        var chosen = configuration.GetSection(CallingOptions.Section).Get<CallingOptions>() ?? new();
        foreach (var name in chosen.Names)
        {
            if (Transports.TryGetValue(name, out var add)) add(services, configuration);
        }

        return services;
    }

    private static void AddChromium(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ChromiumOptions>().Bind(configuration.GetSection(ChromiumOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ChromiumOptions>, ChromiumOptionsValidator>());
        services.TryAddSingleton(provider => new ChromiumCalls(
            provider.GetRequiredService<IOptions<ChromiumOptions>>().Value,
            configuration["PATH"],
            provider.GetRequiredService<CallingMetrics>(),
            provider.GetRequiredService<ILogger<ChromiumCalls>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICallTransport>(provider => provider.GetRequiredService<ChromiumCalls>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ChromiumCalls>());
    }

    private static void AddNative(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<NativeOptions>().Bind(configuration.GetSection(NativeOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NativeOptions>, NativeOptionsValidator>());
        services.TryAddSingleton(provider => new NativeCalls(
            provider.GetRequiredService<IOptions<NativeOptions>>().Value,
            provider.GetRequiredService<CallingMetrics>(),
            provider.GetRequiredService<ILogger<NativeCalls>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICallTransport>(provider => provider.GetRequiredService<NativeCalls>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<NativeCalls>());
    }
}
