using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Numeroly.Assistant.Hearing.Azure;
using Numeroly.Assistant.Hearing.Bounding;
using Numeroly.Assistant.Hearing.Choosing;
using Numeroly.Assistant.Hearing.Detecting;
using Numeroly.Assistant.Hearing.Local;
using Numeroly.Assistant.Hearing.OpenAi;

namespace Numeroly.Assistant.Hearing;

/// <summary>Adds hearing to a host. Unsound settings stop the host at its start with sentences that say why.</summary>
public static class HearingRegistration
{
    /// <summary>
    /// Adds <see cref="IVoiceDetectors"/>, each recogniser that is set up as <see cref="ISpeechToText"/> in the order they are
    /// to be tried, and <see cref="Recognisers"/>, which knows where Daily's own transcription stands among them.
    /// </summary>
    /// <param name="configuration">The whole of it: Daily's settings and PATH say what can be used.</param>
    public static IServiceCollection AddHearing(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(HearingOptions.Section);
        var options = section.Get<HearingOptions>() ?? new();
        var local = LocalRecognisers.Find(options.Local, Limits(options), configuration["PATH"]);
        var choice = RecogniserChoice.Of(options, HasDaily(configuration), local.Recognisers.Count > 0);

        services.AddOptions<HearingOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HearingOptions>, HearingOptionsValidator>());
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(choice);
        services.TryAddSingleton(local);
        services.TryAddSingleton<Recognisers>();
        services.TryAddSingleton<HearingHttp>();
        services.AddHostedService<HearingReport>();
        services.TryAddSingleton<IVoiceDetectors>(provider => new VoiceDetectors(
            options.VoiceModel ?? VoiceDetectors.ShippedModel, provider.GetRequiredService<ILogger<VoiceDetectors>>()));
        foreach (var name in choice.Names) services.AddRecogniser(name, options, local);
        return services;
    }

    private static void AddRecogniser(this IServiceCollection services, string name, HearingOptions options, LocalRecognisers local)
    {
        switch (name)
        {
            case RecogniserChoice.Azure:
                services.AddSingleton<ISpeechToText>(provider => Bounded(provider, options, Trimmed(provider, options,
                    new AzureSpeechToText(options.Azure, Limits(options), provider.GetRequiredService<TimeProvider>()))));
                break;
            case RecogniserChoice.OpenAi:
                services.AddSingleton<ISpeechToText>(provider => Bounded(provider, options, Trimmed(provider, options, new OpenAiSpeechToText(
                    options.OpenAi, provider.GetRequiredService<IVoiceDetectors>(), provider.GetRequiredService<HearingHttp>().Client, provider.GetRequiredService<TimeProvider>()))));
                break;
            case RecogniserChoice.Local:
                foreach (var recogniser in local.Recognisers) services.AddSingleton<ISpeechToText>(provider => Bounded(provider, options, recogniser(provider)));
                break;
        }
    }

    private static TimeLimits Limits(HearingOptions options) => new() { Begin = options.BeginLimit, Stall = options.StallLimit, Finish = options.FinishLimit };

    private static BoundedSpeechToText Bounded(IServiceProvider provider, HearingOptions options, ISpeechToText recogniser) =>
        new BoundedSpeechToText(recogniser, Limits(options), provider.GetRequiredService<TimeProvider>());

    private static ISpeechToText Trimmed(IServiceProvider provider, HearingOptions options, ISpeechToText recogniser) =>
        options.TrimsSilence ? new TrimmedSpeechToText(recogniser, provider.GetRequiredService<IVoiceDetectors>()) : recogniser;

    /// <summary>The stand-in has a key too, but transcribes nothing.</summary>
    private static bool HasDaily(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration["Daily:ApiKey"])
        && (!Uri.TryCreate(configuration["Daily:ApiUrl"], UriKind.Absolute, out var url) || url.Host is "daily.co" || url.Host.EndsWith(".daily.co", StringComparison.OrdinalIgnoreCase));
}
