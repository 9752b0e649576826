using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Recordings;

/// <summary>One cloud recording. Stopping and starting again makes another; Daily knows no pause.</summary>
internal sealed class Recording
{
    public required string Id { get; init; }

    public required string RoomName { get; init; }

    public required string InstanceId { get; init; }

    public required string Type { get; init; }

    public JsonObject? Layout { get; init; }

    /// <summary>The session that started it, or null when the REST API did.</summary>
    public string? StartedBy { get; init; }

    public required string MeetingId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset StopsAtLatest { get; init; }

    public required string ShareToken { get; init; }

    public required string S3Key { get; init; }

    public DateTimeOffset? StoppedAt { get; set; }

    public RecordingStatus Status { get; set; }

    public int MaxParticipants { get; set; }

    public string? FailureMessage { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>Whether it is taking in sound now; between the stop and the finished file it is not, yet still in progress.</summary>
    public bool IsRunning => Status == RecordingStatus.InProgress && StoppedAt is null;

    /// <summary>Whole seconds, a begun one counts, so that only a recording of no time at all has length zero.</summary>
    public int DurationSeconds => StoppedAt is { } stopped ? (int)Math.Ceiling((stopped - StartedAt).TotalSeconds) : 0;

    public string StatusName => Status switch
    {
        RecordingStatus.InProgress => "in-progress",
        RecordingStatus.Finished => "finished",
        _ => "canceled",
    };

    /// <summary>As <c>GET /recordings/:id</c> shows it; the duration is absent until it is finished.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["room_name"] = RoomName,
            ["start_ts"] = StartedAt.ToUnixTimeSeconds(),
            ["status"] = StatusName,
            ["max_participants"] = MaxParticipants,
            ["share_token"] = ShareToken,
            ["s3key"] = S3Key,
            ["mtgSessionId"] = MeetingId,
            ["tracks"] = null,
            ["type"] = Type,
            ["isVttEnabled"] = false,
        };
        if (Status == RecordingStatus.Finished) json["duration"] = DurationSeconds;
        return json;
    }
}

internal enum RecordingStatus
{
    InProgress,
    Finished,
    Canceled,
}
