using System.Text.Json;
using System.Text.Json.Serialization;
using Numeroly.Daily.Reading;

namespace Numeroly.Daily.Recordings;

/// <summary>How far a recording is.</summary>
public enum RecordingStatus
{
    /// <summary>Daily said nothing, or a word we do not know.</summary>
    Unknown,
    InProgress,
    Finished,
    Canceled,
}

/// <summary>A recording as Daily describes it. A call may have several: each stop and start makes a new one.</summary>
/// <param name="Id">Daily's id.</param>
/// <param name="Status">Only a finished one can be fetched.</param>
public sealed record Recording(string Id, RecordingStatus Status)
{
    public string? RoomName { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Null while it is in progress.</summary>
    public TimeSpan? Duration { get; init; }

    public RecordingType? Type { get; init; }

    public int? MaxParticipants { get; init; }

    /// <summary>The meeting session it belongs to.</summary>
    public string? MeetingId { get; init; }

    /// <summary>Where the file lies in its bucket.</summary>
    public string? S3Key { get; init; }
}

/// <summary>Where a recording can be fetched, for a while.</summary>
/// <param name="Link">Whoever has it can listen.</param>
/// <param name="ExpiresAt">When it stops working.</param>
public sealed record RecordingLink(Secret Link, DateTimeOffset? ExpiresAt);

// Daily writes s3key, s3Key and s3_key; the first two differ in case only.
internal sealed record RecordingWire(
    string? Id,
    string? RoomName,
    string? Room,
    DateTimeOffset? StartTs,
    string? Status,
    TimeSpan? Duration,
    string? Type,
    int? MaxParticipants,
    [property: JsonPropertyName("mtgSessionId")] string? MtgSessionId,
    [property: JsonPropertyName("s3key")] string? S3KeyInOneWord,
    [property: JsonPropertyName("s3_key")] string? S3Key,
    [property: JsonPropertyName("s3")] JsonElement? Bucket)
{
    public static RecordingStatus ParseStatus(string? word) => word switch
    {
        "in-progress" => RecordingStatus.InProgress,
        "finished" => RecordingStatus.Finished,
        "canceled" or "cancelled" => RecordingStatus.Canceled,
        _ => RecordingStatus.Unknown,
    };

    public Recording ToRecording() => new(AnswerReading.Needed(Id, "id"), ParseStatus(Status))
    {
        RoomName = RoomName ?? Room,
        StartedAt = StartTs,
        Duration = Duration,
        Type = RecordingTypeJson.Parse(Type),
        MaxParticipants = MaxParticipants,
        MeetingId = MtgSessionId,
        S3Key = S3KeyInOneWord ?? S3Key ?? KeyIn(Bucket),
    };

    private static string? KeyIn(JsonElement? bucket) =>
        bucket is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty("key", out var key)
        && key.ValueKind == JsonValueKind.String
            ? key.GetString()
            : null;
}
