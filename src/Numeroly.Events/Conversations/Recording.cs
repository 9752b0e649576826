namespace Numeroly.Events.Conversations;

/// <summary>Where one recording, or all of a conversation's taken together, stands.</summary>
public enum RecordingStatus
{
    /// <summary>Nobody has been in the call, so there is nothing to record.</summary>
    None,

    /// <summary>Being recorded, or Daily is still preparing it.</summary>
    Pending,

    /// <summary>Can be downloaded.</summary>
    Ready,

    /// <summary>Will not come.</summary>
    Failed,
}

/// <summary>One recording of the call. Stopping and starting again makes another.</summary>
/// <param name="StartedAt">Null when all we know is that it failed.</param>
/// <param name="DurationSeconds">Known once it is ready.</param>
/// <param name="FailureReason">Why it failed.</param>
public sealed record Recording(
    string RecordingId,
    RecordingStatus Status,
    DateTimeOffset? StartedAt,
    double? DurationSeconds,
    string? FailureReason);
