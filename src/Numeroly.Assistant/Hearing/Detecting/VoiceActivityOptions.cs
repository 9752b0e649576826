namespace Numeroly.Assistant.Hearing.Detecting;

/// <summary>When sound counts as somebody speaking. <see cref="Default"/> suits people who talk to an assistant.</summary>
public sealed record VoiceActivityOptions
{
    public static readonly VoiceActivityOptions Default = new();

    /// <summary>How likely voice must be for speech to begin.</summary>
    public double Onset { get; init; } = 0.5;

    /// <summary>The same while the assistant speaks, when its own voice may come back as an echo.</summary>
    public double OnsetOverAssistant { get; init; } = 0.8;

    /// <summary>Under this likelihood a window counts as a pause.</summary>
    public double Release { get; init; } = 0.35;

    /// <summary>Windows in a row that must reach the onset. Two take 64 to 96 ms, within the 100 ms in which the assistant must fall silent.</summary>
    public int OnsetWindows { get; init; } = 2;

    /// <summary>How long a pause must last to end speech.</summary>
    public TimeSpan Hangover { get; init; } = Endpointing.Usual;

    /// <summary>Less voice than this was a misfire: a cough, a door.</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromMilliseconds(120);

    /// <summary>How much before the onset belongs to the speech: a first consonant is too soft to be told.</summary>
    public TimeSpan PreRoll { get; init; } = TimeSpan.FromMilliseconds(300);
}
