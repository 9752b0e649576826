using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Speaking.Azure;

/// <summary>The Azure Speech resource and the voices to use. Bound from <c>Assistant:AzureSpeech</c>.</summary>
public sealed class AzureSpeechOptions
{
    public const string Section = "Assistant:AzureSpeech";

    public string? Key { get; set; }

    /// <summary>Such as <c>southeastasia</c>.</summary>
    public string? Region { get; set; }

    /// <summary>The resource's own address, in place of the region's.</summary>
    public Uri? Endpoint { get; set; }

    public string VoiceVi { get; set; } = "vi-VN-HoaiMyNeural";

    public string VoiceEn { get; set; } = "en-US-JennyNeural";

    public string VoiceFor(Language language) => language == Language.Vi ? VoiceVi : VoiceEn;

    /// <summary>Where to ask for speech: https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech.</summary>
    public Uri SpeechAddress => Endpoint switch
    {
        null => OfRegion(Region!),

        // What the portal shows, and where speech is recognised, are other services of the same region.
        { Host: var host } when Regional(host) is { } region => OfRegion(region),
        { Host: var host } when host.EndsWith(".cognitiveservices.azure.com", StringComparison.OrdinalIgnoreCase) => new Uri(Endpoint, "/tts/cognitiveservices/v1"),
        _ => new Uri(Endpoint, "/cognitiveservices/v1"),
    };

    private static Uri OfRegion(string region) => new($"https://{region}.tts.speech.microsoft.com/cognitiveservices/v1");

    private static string? Regional(string host) => ((string[])[".api.cognitive.microsoft.com", ".stt.speech.microsoft.com"])
        .Where(service => host.EndsWith(service, StringComparison.OrdinalIgnoreCase))
        .Select(service => host[..^service.Length])
        .FirstOrDefault();
}
