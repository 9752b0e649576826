using System.Diagnostics.CodeAnalysis;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>Whether a conversation goes on.</summary>
public enum ConversationStatus
{
    Open,
    Ended,
}

/// <summary>A conversation as its owner sees it, now or as it was.</summary>
/// <param name="Version">Number of the last event in it.</param>
/// <param name="JoinedAt">When the person first came into the call.</param>
/// <param name="DurationSeconds">From then to the end; null while it goes on.</param>
/// <param name="RoomExpiresAt">When Daily closes the call at the latest.</param>
public sealed record ConversationView(
    Guid ConversationId,
    ConversationStatus Status,
    long Version,
    Language Language,
    ReadingView? Reading,
    DateTimeOffset CreatedAt,
    DateTimeOffset? JoinedAt,
    DateTimeOffset? EndedAt,
    EndCause? EndCause,
    int? Rating,
    double? DurationSeconds,
    int MessageCount,
    DateTimeOffset? LastMessageAt,
    RecordingView Recording,
    ConnectionView? Connection,
    string RoomUrl,
    DateTimeOffset RoomExpiresAt,
    DateTimeOffset? RoomDeletedAt)
{
    /// <param name="showReading">Whom the reading is about is for the owner and the assistant only.</param>
    public static ConversationView From(Conversation conversation, bool showReading, RecordingLinkView? link = null) => new(
        conversation.Id,
        conversation.HasEnded() ? ConversationStatus.Ended : ConversationStatus.Open,
        conversation.Version,
        conversation.Language,
        showReading ? ReadingView.From(conversation.Reading) : null,
        conversation.CreatedAt,
        conversation.JoinedAt(),
        conversation.Ending?.EndedAt,
        conversation.Ending?.Cause,
        conversation.Ending?.Rating,
        conversation.DurationSeconds(),
        conversation.MessageCount,
        conversation.LastMessageAt,
        RecordingView.From(conversation, link),
        conversation.Connection is { } seen ? new ConnectionView(seen.Topology, seen.Quality, seen.BandwidthKbps, seen.LossPercent) : null,
        conversation.RoomUrl,
        conversation.RoomExpiresAt,
        conversation.RoomDeletedAt);
}

/// <summary>Whom the reading is about.</summary>
public sealed record ReadingView(string? Name, DateOnly? BirthDate)
{
    [return: NotNullIfNotNull(nameof(reading))]
    public static ReadingView? From(Reading? reading) => reading is null ? null : new ReadingView(reading.Name, reading.BirthDate);
}

/// <summary>The network as the app last saw it change.</summary>
public sealed record ConnectionView(Topology Topology, NetworkQuality Quality, double? BandwidthKbps, double? LossPercent);

/// <summary>Where the recording stands, all its pieces taken together.</summary>
/// <param name="DurationSeconds">Of all finished pieces.</param>
/// <param name="Link">A fresh link to the first piece, for the owner, when Daily gives one quickly; <c>GetRecording</c> gives all.</param>
/// <param name="FailureReason">Why there is none.</param>
public sealed record RecordingView(
    RecordingStatus Status, DateTimeOffset? StartedAt, double? DurationSeconds, RecordingLinkView? Link, string? FailureReason)
{
    public static RecordingView From(Conversation conversation, RecordingLinkView? link)
    {
        var status = conversation.RecordingStatus();
        return new RecordingView(
            status,
            conversation.Recordings.Select(recording => recording.StartedAt).Min(),
            conversation.RecordingSeconds(),
            link,
            status == RecordingStatus.Failed
                ? conversation.Recordings.Select(recording => recording.FailureReason).FirstOrDefault(reason => reason is not null) ?? conversation.RecordingFailure
                : null);
    }
}

/// <summary>Where one recording can be fetched for a while.</summary>
/// <param name="Url">Whoever has it can listen.</param>
public sealed record RecordingLinkView(string RecordingId, DateTimeOffset? StartedAt, double? DurationSeconds, string Url, DateTimeOffset? ExpiresAt);
