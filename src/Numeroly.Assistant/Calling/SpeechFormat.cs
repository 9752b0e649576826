namespace Numeroly.Assistant.Calling;

/// <summary>The sound that passes through the assistant: 16-bit mono PCM, as samples in the machine's byte order.</summary>
public static class SpeechFormat
{
    /// <summary>Samples a second of what the person says. What recognisers and voice detectors expect.</summary>
    public const int HeardRate = 16_000;

    /// <summary>Samples a second of what the assistant says.</summary>
    public const int SpokenRate = 24_000;

    /// <summary>Samples in one frame of <see cref="HeardRate"/>: 20 ms.</summary>
    public const int HeardFrame = HeardRate / 50;
}
