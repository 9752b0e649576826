using Numeroly.Events.Conversations;

namespace Numeroly.Events.Recordings;

/// <summary>One row per recording.</summary>
public sealed record RecordingEntry(
    Guid ConversationId,
    string RecordingId,
    RecordingStatus Status,
    DateTimeOffset? StartedAt,
    double? DurationSeconds,
    string? FailureReason)
{
    public static IEnumerable<RecordingEntry> From(Conversation conversation) => conversation.Recordings.Select(recording =>
        new RecordingEntry(
            conversation.Id, recording.RecordingId, recording.Status, recording.StartedAt, recording.DurationSeconds, recording.FailureReason));
}
