using Numeroly.Assistant.Speaking.Streaming;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Speaking.ElevenLabs;

/// <summary>ElevenLabs' streaming speech: https://elevenlabs.io/docs/api-reference/text-to-speech/stream.</summary>
public sealed class ElevenLabsVoice(ElevenLabsOptions options, SpeakingLimits limits, HttpClient http, TimeProvider time) : ITextToSpeech
{
    public const string ProviderName = "elevenlabs";

    // More than this of what was said before has no influence worth its upload.
    private const int LongestPrevious = 400;

    private readonly SpokenStream _stream = new(ProviderName, http, limits, time);

    public string Name => ProviderName;

    public bool Knows(Language language) => options.Knows(language);

    public IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, CancellationToken cancellation) =>
        _stream.ReadAsync(Message(request), cancellation);

    private HttpRequestMessage Message(SpeechRequest request)
    {
        var voice = Uri.EscapeDataString(options.VoiceFor(request.Language));
        var address = $"{options.BaseUrl.AbsoluteUri.TrimEnd('/')}/v1/text-to-speech/{voice}/stream?output_format=pcm_24000";
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonBody.Of(BodyOf(request)) };
        message.Headers.Add("xi-api-key", options.ApiKey);
        return message;
    }

    private Body BodyOf(SpeechRequest request) => new(
        request.Text,
        options.Model,

        // The second generation refuses to be told the language, the third to be told what came before.
        options.Model.Contains("multilingual_v2", StringComparison.Ordinal) ? null : request.Language == Language.Vi ? "vi" : "en",
        SettingsFor(request.Tone),
        request.Previous.Length == 0 || options.Model.StartsWith("eleven_v3", StringComparison.Ordinal) ? null : End(request.Previous));

    private static string End(string text) => text.Length <= LongestPrevious ? text : text[^LongestPrevious..];

    // Style stays 0: anything else costs delay.
    private static VoiceSettings SettingsFor(EmotionalTone tone) => tone switch
    {
        EmotionalTone.Warm => new(Stability: 0.45, SimilarityBoost: 0.75, Style: 0, Speed: 0.97),
        EmotionalTone.Energetic => new(Stability: 0.3, SimilarityBoost: 0.75, Style: 0, Speed: 1.05),
        _ => new(Stability: 0.6, SimilarityBoost: 0.75, Style: 0, Speed: 1),
    };

    private sealed record Body(string Text, string ModelId, string? LanguageCode, VoiceSettings VoiceSettings, string? PreviousText);

    /// <param name="Stability">0 to 1: low varies, high is even.</param>
    /// <param name="Speed">0.7 to 1.2.</param>
    private sealed record VoiceSettings(double Stability, double SimilarityBoost, double Style, double Speed);
}
