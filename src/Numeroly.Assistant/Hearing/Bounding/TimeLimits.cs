namespace Numeroly.Assistant.Hearing.Bounding;

/// <summary>How long a recogniser may take. The person waits, and the next recogniser could do it.</summary>
public sealed record TimeLimits
{
    /// <summary>To be ready: connected and greeted, or started.</summary>
    public TimeSpan Begin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>To take one frame of sound.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the end of speech to the final text.</summary>
    public TimeSpan Finish { get; init; } = TimeSpan.FromSeconds(5);
}
