using System.Text.Json.Nodes;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn.Recordings;

/// <summary>The webhooks recording.*, which call the room <c>room_name</c>. The odd spellings are Daily's.</summary>
internal static class RecordingEvents
{
    public static NewEvent Started(Recording r) => new(
        "recording.started", $"rec-sta-{r.InstanceId}-{r.StartedAt.ToUnixTimeSeconds()}", r.RoomName, new JsonObject
        {
            ["action"] = "start-cloud-recording",
            ["recording_id"] = r.Id,
            ["layout"] = r.Layout?.DeepClone() ?? new JsonObject { ["preset"] = "default" },
            ["started_by"] = r.StartedBy,
            ["instance_id"] = r.InstanceId,
            ["start_ts"] = UnixTime.Fractional(r.StartedAt),
            ["room_name"] = r.RoomName,
        });

    public static NewEvent Ready(Recording r, DateTimeOffset now) => new(
        "recording.ready-to-download", $"rec-rtd-{r.InstanceId}-{now.ToUnixTimeSeconds()}", r.RoomName, new JsonObject
        {
            ["type"] = r.Type,
            ["recording_id"] = r.Id,
            ["room_name"] = r.RoomName,
            ["start_ts"] = r.StartedAt.ToUnixTimeSeconds(),
            ["status"] = r.StatusName,
            ["max_participants"] = r.MaxParticipants,
            ["duration"] = r.DurationSeconds,
            ["share_token"] = r.ShareToken,
            ["s3_key"] = r.S3Key,
            ["tracks"] = null,
        });

    public static NewEvent Failed(Recording r, DateTimeOffset now) => new(
        "recording.error", $"rec-err-{r.InstanceId}-{now.ToUnixTimeSeconds()}", r.RoomName, new JsonObject
        {
            ["action"] = "clourd-recording-err",
            ["error_msg"] = r.FailureMessage,
            ["instance_id"] = r.InstanceId,
            ["room_name"] = r.RoomName,
            ["timestamp"] = now.ToUnixTimeSeconds(),
        });
}
