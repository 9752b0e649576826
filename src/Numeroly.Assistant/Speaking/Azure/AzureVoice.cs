using System.Net.Http.Headers;
using System.Text;
using Numeroly.Assistant.Speaking.Streaming;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Speaking.Azure;

/// <summary>Azure Speech over REST: https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech.</summary>
public sealed class AzureVoice(AzureSpeechOptions options, SpeakingLimits limits, HttpClient http, TimeProvider time) : ITextToSpeech
{
    public const string ProviderName = "azure";

    private readonly SpokenStream _stream = new(ProviderName, http, limits, time);

    public string Name => ProviderName;

    public bool Knows(Language language) => true;

    public IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, CancellationToken cancellation) =>
        _stream.ReadAsync(Message(request), cancellation);

    private HttpRequestMessage Message(SpeechRequest request)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Ssml.Of(request, options.VoiceFor(request.Language))));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/ssml+xml");
        var message = new HttpRequestMessage(HttpMethod.Post, options.SpeechAddress) { Content = content };
        message.Headers.Add("Ocp-Apim-Subscription-Key", options.Key);
        message.Headers.Add("X-Microsoft-OutputFormat", "raw-24khz-16bit-mono-pcm");

        // Without it the service answers 400.
        message.Headers.Add("User-Agent", "Numeroly");
        return message;
    }
}
