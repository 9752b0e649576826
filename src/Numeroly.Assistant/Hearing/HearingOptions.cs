using Numeroly.Assistant.Hearing.Azure;
using Numeroly.Assistant.Hearing.Local;
using Numeroly.Assistant.Hearing.OpenAi;

namespace Numeroly.Assistant.Hearing;

/// <summary>Settings for understanding speech, under <see cref="Section"/>.</summary>
public sealed class HearingOptions
{
    public const string Section = "Assistant:Hearing";

    /// <summary>Which recognisers, the first choice first, as names with commas: <c>daily, azure, openai, local</c>. Empty: all that are set up, in that order.</summary>
    public string? Order { get; set; }

    /// <summary>The Silero network that tells voice from noise; by default the one the build brings.</summary>
    public string? VoiceModel { get; set; }

    /// <summary>Whether recognisers that bill by the second get only what has voice in it.</summary>
    public bool TrimsSilence { get; set; } = true;

    public TimeSpan BeginLimit { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan StallLimit { get; set; } = TimeSpan.FromSeconds(10);

    public TimeSpan FinishLimit { get; set; } = TimeSpan.FromSeconds(5);

    public AzureSpeechOptions Azure { get; set; } = new();

    public OpenAiTranscriptionOptions OpenAi { get; set; } = new();

    public LocalOptions Local { get; set; } = new();
}
