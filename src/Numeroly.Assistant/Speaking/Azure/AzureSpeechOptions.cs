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
    public Uri SpeechAddress => Endpoint is null
        ? new Uri($"https://{Region}.tts.speech.microsoft.com/cognitiveservices/v1")
        : new Uri(Endpoint, Endpoint.Host.EndsWith(".cognitiveservices.azure.com", StringComparison.OrdinalIgnoreCase) ? "/tts/cognitiveservices/v1" : "/cognitiveservices/v1");
}
