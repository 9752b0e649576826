using System.Net.Http.Headers;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Speaking.Streaming;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Speaking.OpenAi;

/// <summary>Speech of an OpenAI-compatible endpoint: https://developers.openai.com/api/docs/guides/text-to-speech. Its PCM is at 24 kHz.</summary>
public sealed class OpenAiVoice(OpenAiAccount account, OpenAiVoiceOptions options, SpeakingLimits limits, HttpClient http, TimeProvider time) : ITextToSpeech
{
    public const string ProviderName = "openai";

    private readonly SpokenStream _stream = new(ProviderName, http, limits, time);

    public string Name => ProviderName;

    public bool Knows(Language language) => true;

    public IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, CancellationToken cancellation) =>
        _stream.ReadAsync(Message(request), cancellation);

    private HttpRequestMessage Message(SpeechRequest request)
    {
        var model = options.Model ?? OpenAiVoiceOptions.OfficialModel;

        // The first generation of models takes no instructions.
        var instructions = model.StartsWith("tts-", StringComparison.Ordinal) ? null : InstructionsFor(request.Language, request.Tone);
        var message = new HttpRequestMessage(HttpMethod.Post, $"{account.BaseUrl.AbsoluteUri.TrimEnd('/')}/audio/speech")
        {
            Content = JsonBody.Of(new Body(model, request.Text, options.Voice, "pcm", instructions)),
        };
        if (!string.IsNullOrWhiteSpace(account.ApiKey)) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.ApiKey);
        return message;
    }

    private static string InstructionsFor(Language language, EmotionalTone tone)
    {
        var accent = language == Language.Vi ? "Speak Vietnamese as a native speaker, every tone clear." : "Speak English naturally.";
        return tone switch
        {
            EmotionalTone.Warm => $"{accent} Warm, gentle and unhurried, as to a friend.",
            EmotionalTone.Energetic => $"{accent} Bright and lively, with a smile.",
            _ => $"{accent} Calm, clear and matter-of-fact.",
        };
    }

    private sealed record Body(string Model, string Input, string Voice, string ResponseFormat, string? Instructions);
}
