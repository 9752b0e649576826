using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Speaking.ElevenLabs;

/// <summary>The account at ElevenLabs and the voices to use. Bound from <c>Assistant:ElevenLabs</c>.</summary>
public sealed class ElevenLabsOptions
{
    public const string Section = "Assistant:ElevenLabs";

    // One of the voices every account has; it speaks all languages of the model.
    private const string Sarah = "EXAVITQu4vr4xnSDxMaL";

    public string? ApiKey { get; set; }

    public Uri BaseUrl { get; set; } = new("https://api.elevenlabs.io");

    /// <summary>The fastest model that knows Vietnamese: https://elevenlabs.io/docs/overview/models.</summary>
    public string Model { get; set; } = "eleven_flash_v2_5";

    /// <summary>The id of the voice for Vietnamese.</summary>
    public string VoiceVi { get; set; } = Sarah;

    /// <summary>The id of the voice for English.</summary>
    public string VoiceEn { get; set; } = Sarah;

    public string VoiceFor(Language language) => language == Language.Vi ? VoiceVi : VoiceEn;

    /// <summary>The languages the model speaks: those of the second generation, of which only version 2.5 has Vietnamese.</summary>
    public bool Knows(Language language) => language == Language.En || !(Model is "eleven_multilingual_v2" or "eleven_flash_v2" or "eleven_turbo_v2" or "eleven_monolingual_v1");
}
