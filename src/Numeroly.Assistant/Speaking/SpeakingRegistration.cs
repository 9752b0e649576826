using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Speaking.Azure;
using Numeroly.Assistant.Speaking.ElevenLabs;
using Numeroly.Assistant.Speaking.Espeak;
using Numeroly.Assistant.Speaking.OpenAi;
using Numeroly.Assistant.Speaking.Remembering;

namespace Numeroly.Assistant.Speaking;

/// <summary>Adds the voices to a host. Unsound settings stop the host at its start with sentences that say why.</summary>
public static class SpeakingRegistration
{
    /// <summary>
    /// Adds every voice that is chosen and can be used as <see cref="ITextToSpeech"/>, the first to be tried first, and
    /// <see cref="OfflineVoice"/>.
    /// </summary>
    /// <param name="configuration">The whole of it: it is read from <c>Assistant:</c>.</param>
    public static IServiceCollection AddSpeaking(this IServiceCollection services, IConfiguration configuration)
    {
        var accounts = new SpeakingAccounts(new SettingsReader(configuration));
        var (engine, whyNot) = EspeakEngines.Find(accounts.Espeak, configuration["PATH"], TimeProvider.System);
        var offline = new OfflineVoice(engine?.Description, whyNot);
        var order = accounts.OrderWith(offline);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(offline);
        services.AddOptions<SpeakingOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<SpeakingOptions>>(new KnownProblems<SpeakingOptions>([.. accounts.Problems, .. order.Problems]));
        services.TryAddSingleton(new RememberedSpeech((long)accounts.Options.RememberedSeconds * SpeechFormat.SpokenRate));
        if (engine is not null) services.AddSingleton(provider => new EspeakVoice(engine, accounts.Espeak, accounts.Options.Limits, Time(provider)));
        foreach (var name in order.Chosen)
            services.AddSingleton<ITextToSpeech>(provider => new RememberingVoice(Voice(name, accounts, provider), provider.GetRequiredService<RememberedSpeech>()));
        return services;
    }

    private static ITextToSpeech Voice(string name, SpeakingAccounts accounts, IServiceProvider provider) => name switch
    {
        ElevenLabsVoice.ProviderName => new ElevenLabsVoice(accounts.ElevenLabs, accounts.Options.Limits, ProviderHttp.Create(), Time(provider)),
        AzureVoice.ProviderName => new AzureVoice(accounts.Azure, accounts.Options.Limits, ProviderHttp.Create(), Time(provider)),
        OpenAiVoice.ProviderName => new OpenAiVoice(accounts.OpenAi, accounts.OpenAiSpeech, accounts.Options.Limits, ProviderHttp.Create(), Time(provider)),
        _ => provider.GetRequiredService<EspeakVoice>(),
    };

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
