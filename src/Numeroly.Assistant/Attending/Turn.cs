using Numeroly.Assistant.Hearing;

namespace Numeroly.Assistant.Attending;

/// <summary>The person has the word.</summary>
/// <param name="isOpen">Found by their voice in an open microphone, not by a button.</param>
internal sealed class Turn(bool isOpen, bool byDevice, long startedAt)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public bool IsOpen => isOpen;

    /// <summary>The device recognises it, so we only keep the sound.</summary>
    public bool ByDevice { get; set; } = byDevice;

    public long StartedAt { get; } = startedAt;

    public TurnSound Sound { get; } = new();

    /// <summary>A recogniser listens to it.</summary>
    public bool IsBeingUnderstood { get; set; }

    public bool HadVoice { get; set; }

    /// <summary>How long a pause ends it, as far as it is understood.</summary>
    public TimeSpan Pause { get; set; } = Endpointing.Usual;

    /// <summary>When the button was released, or the voice ended; null while the person speaks.</summary>
    public long? ReleasedAt { get; set; }

    /// <summary>When the last frame came in, to know that no more does.</summary>
    public long LastFrameAt { get; set; }
}
