using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Speaking.Azure;
using Numeroly.Assistant.Speaking.ElevenLabs;
using Numeroly.Assistant.Speaking.Espeak;
using Numeroly.Assistant.Speaking.OpenAi;

namespace Numeroly.Assistant.Speaking;

/// <summary>Everything the settings say about voices, and which of them can be used.</summary>
internal sealed class SpeakingAccounts(SettingsReader settings)
{
    private readonly OpenAiAccount _openAi = settings.Read<OpenAiAccount>(OpenAiAccount.Section);

    public SpeakingOptions Options { get; } = settings.Read<SpeakingOptions>(SpeakingOptions.Section);

    public ElevenLabsOptions ElevenLabs { get; } = settings.Read<ElevenLabsOptions>(ElevenLabsOptions.Section);

    public AzureSpeechOptions Azure { get; } = settings.Read<AzureSpeechOptions>(AzureSpeechOptions.Section);

    public OpenAiVoiceOptions OpenAiSpeech { get; } = settings.Read<OpenAiVoiceOptions>(OpenAiVoiceOptions.Section);

    public EspeakOptions Espeak { get; } = settings.Read<EspeakOptions>(EspeakOptions.Section);

    /// <summary>The account for speech, which may be another than the one for replies. A key goes only where it was given for.</summary>
    public OpenAiAccount OpenAi => OpenAiSpeech.BaseUrl is { } elsewhere
        ? new() { BaseUrl = elsewhere, ApiKey = OpenAiSpeech.ApiKey }
        : new() { BaseUrl = _openAi.BaseUrl, ApiKey = OpenAiSpeech.ApiKey ?? _openAi.ApiKey };

    public ProviderOrder OrderWith(OfflineVoice offline) => new(
        "TEXT_TO_SPEECH",
        Options.Order,
        new(ElevenLabsVoice.ProviderName, string.IsNullOrWhiteSpace(ElevenLabs.ApiKey) ? "set ELEVENLABS_API_KEY." : null),
        new(AzureVoice.ProviderName, WhyNotAzure),
        new(OpenAiVoice.ProviderName, WhyNotOpenAi),
        new(EspeakVoice.ProviderName, offline.WhyNot));

    public IEnumerable<string> Problems =>
    [
        .. settings.Problems,
        .. SettingProblems.OfAddress("ELEVENLABS_BASE_URL", ElevenLabs.BaseUrl),
        .. SettingProblems.OfAddress("AZURE_SPEECH_ENDPOINT", Azure.Endpoint),
        .. SettingProblems.OfAddress("OPENAI_TTS_BASE_URL", OpenAiSpeech.BaseUrl),
        .. SettingProblems.OfKey("ELEVENLABS_API_KEY", ElevenLabs.ApiKey),
        .. SettingProblems.OfKey("AZURE_SPEECH_KEY", Azure.Key),
        .. SettingProblems.OfKey("OPENAI_TTS_API_KEY", OpenAiSpeech.ApiKey),
        .. SettingProblems.OfTimeLimit("a voice's first sound", Options.FirstSoundTimeout),
        .. SettingProblems.OfTimeLimit("a voice's next sound", Options.NextSoundTimeout),
    ];

    private string? WhyNotAzure => string.IsNullOrWhiteSpace(Azure.Key)
        ? "set AZURE_SPEECH_KEY."
        : string.IsNullOrWhiteSpace(Azure.Region) && Azure.Endpoint is null ? "set AZURE_SPEECH_REGION, or AZURE_SPEECH_ENDPOINT." : null;

    private string? WhyNotOpenAi => !OpenAi.IsUsable
        ? "set OPENAI_API_KEY."
        : OpenAi.IsOfficial || !string.IsNullOrWhiteSpace(OpenAiSpeech.Model) ? null : "set OPENAI_TTS_MODEL, since not every endpoint speaks.";
}
