using Numeroly.Events.Conversations;

namespace Numeroly.Events.Summaries;

/// <summary>One row per conversation: what lists and counts need. Derived from the state alone.</summary>
/// <param name="Version">Number of the last event it holds.</param>
/// <param name="DurationSeconds">From the person's first joining to the end.</param>
/// <param name="RecordingSeconds">Length of all finished recordings together; null when none is.</param>
public sealed record ConversationSummary(
    Guid ConversationId,
    long Version,
    string UserId,
    Language Language,
    DateTimeOffset CreatedAt,
    DateTimeOffset? JoinedAt,
    DateTimeOffset? EndedAt,
    EndCause? EndCause,
    int? Rating,
    double? DurationSeconds,
    int MessageCount,
    DateTimeOffset? LastMessageAt,
    RecordingStatus RecordingStatus,
    double? RecordingSeconds,
    DateTimeOffset RoomExpiresAt,
    DateTimeOffset? RoomDeletedAt)
{
    public static ConversationSummary From(Conversation conversation) => new(
        conversation.Id,
        conversation.Version,
        conversation.UserId,
        conversation.Language,
        conversation.CreatedAt,
        conversation.JoinedAt(),
        conversation.Ending?.EndedAt,
        conversation.Ending?.Cause,
        conversation.Ending?.Rating,
        conversation.DurationSeconds(),
        conversation.MessageCount,
        conversation.LastMessageAt,
        conversation.RecordingStatus(),
        conversation.RecordingSeconds(),
        conversation.RoomExpiresAt,
        conversation.RoomDeletedAt);
}
