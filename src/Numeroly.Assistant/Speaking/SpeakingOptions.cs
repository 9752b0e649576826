using Numeroly.Assistant.Speaking.Streaming;

namespace Numeroly.Assistant.Speaking;

/// <summary>How the assistant speaks. Bound from <c>Assistant:Speaking</c>.</summary>
public sealed class SpeakingOptions
{
    public const string Section = "Assistant:Speaking";

    /// <summary>The voices to try, one after the other, separated by commas. Default: every one that has what it needs.</summary>
    public string? Order { get; set; }

    public TimeSpan FirstSoundTimeout { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan NextSoundTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many seconds of short phrases are kept in memory, 48 kB each. 0 keeps none.</summary>
    public int RememberedSeconds { get; set; } = 300;

    internal SpeakingLimits Limits => new(FirstSoundTimeout, NextSoundTimeout);
}
