using System.Text.Json;
using System.Text.Json.Serialization;
using Numeroly.Daily.Reading;
using Numeroly.Daily.Recordings;

namespace Numeroly.Daily.Webhooks;

/// <summary>Reads the payload of an event by its type.</summary>
internal static class WebhookEventReading
{
    /// <exception cref="JsonException">The payload lacks what the event is about.</exception>
    public static WebhookEvent Read(WebhookEnvelope envelope, JsonElement? payload) => envelope.Type switch
    {
        "meeting.started" => MeetingStarted(envelope, Payload(envelope, payload)),
        "meeting.ended" => MeetingEnded(envelope, Payload(envelope, payload)),
        "participant.joined" => ParticipantJoined(envelope, Payload(envelope, payload)),
        "participant.left" => ParticipantLeft(envelope, Payload(envelope, payload)),
        "recording.started" => RecordingStarted(envelope, Payload(envelope, payload)),
        "recording.ready-to-download" => RecordingReady(envelope, Payload(envelope, payload)),
        "recording.error" => RecordingFailed(envelope, Payload(envelope, payload)),
        _ => new WebhookEvent.Unknown(envelope),
    };

    private static PayloadWire Payload(WebhookEnvelope envelope, JsonElement? payload) =>
        payload?.Deserialize(DailyJson.Default.PayloadWire) ?? throw new JsonException($"{envelope.Type} has no payload");

    private static WebhookEvent.MeetingStarted MeetingStarted(WebhookEnvelope envelope, PayloadWire payload) =>
        new(envelope, Needed(payload.MeetingId, envelope, "meeting_id"))
        {
            RoomName = payload.AnyRoom,
            StartedAt = payload.StartTs,
        };

    private static WebhookEvent.MeetingEnded MeetingEnded(WebhookEnvelope envelope, PayloadWire payload) =>
        new(envelope, Needed(payload.MeetingId, envelope, "meeting_id"))
        {
            RoomName = payload.AnyRoom,
            StartedAt = payload.StartTs,
            EndedAt = payload.EndTs,
        };

    private static WebhookEvent.ParticipantJoined ParticipantJoined(WebhookEnvelope envelope, PayloadWire payload) =>
        new(envelope, Participant(envelope, payload)) { RoomName = payload.AnyRoom };

    private static WebhookEvent.ParticipantLeft ParticipantLeft(WebhookEnvelope envelope, PayloadWire payload) =>
        new(envelope, Participant(envelope, payload)) { RoomName = payload.AnyRoom, Duration = payload.Duration };

    private static WebhookEvent.RecordingStarted RecordingStarted(WebhookEnvelope envelope, PayloadWire payload)
    {
        Needed(payload.RecordingId ?? payload.InstanceId, envelope, "recording_id and no instance_id");
        return new(envelope, payload.RecordingId)
        {
            RoomName = payload.AnyRoom,
            InstanceId = payload.InstanceId,
            StartedAt = payload.StartTs,
            StartedBy = payload.StartedBy,
        };
    }

    private static WebhookEvent.RecordingReady RecordingReady(WebhookEnvelope envelope, PayloadWire payload) =>
        new(envelope, Needed(payload.RecordingId, envelope, "recording_id"))
        {
            RoomName = payload.AnyRoom,
            InstanceId = payload.InstanceId,
            StartedAt = payload.StartTs,
            Duration = payload.Duration,
            RecordingType = RecordingTypeJson.Parse(payload.Type),
            Status = RecordingWire.ParseStatus(payload.Status),
            MaxParticipants = payload.MaxParticipants,
            S3Key = payload.S3Key ?? payload.S3KeyInOneWord,
        };

    private static WebhookEvent.RecordingFailed RecordingFailed(WebhookEnvelope envelope, PayloadWire payload)
    {
        Needed(payload.RecordingId ?? payload.InstanceId ?? payload.AnyRoom, envelope, "recording_id, no instance_id and no room");
        return new(envelope, payload.ErrorMsg)
        {
            RoomName = payload.AnyRoom,
            InstanceId = payload.InstanceId,
            RecordingId = payload.RecordingId,
            FailedAt = payload.Timestamp,
        };
    }

    private static WebhookParticipant Participant(WebhookEnvelope envelope, PayloadWire payload) =>
        new(Needed(payload.SessionId, envelope, "session_id"))
        {
            UserId = payload.UserId,
            UserName = payload.UserName,
            IsOwner = payload.Owner == true,
            JoinedAt = payload.JoinedAt,
            WillEjectAt = payload.WillEjectAt,
            NetworkQuality = payload.NetworkQualityState,
        };

    private static string Needed(string? value, WebhookEnvelope envelope, string field) =>
        string.IsNullOrEmpty(value) ? throw new JsonException($"{envelope.Type} has no {field}") : value;
}

/// <summary>The fields of all the payloads we read: https://docs.daily.co/reference/rest-api/webhooks.</summary>
/// <param name="Room">What participants and meetings call the room.</param>
/// <param name="RoomName">What recordings call the room.</param>
internal sealed record PayloadWire(
    string? Room,
    string? RoomName,
    string? MeetingId,
    string? SessionId,
    string? UserId,
    string? UserName,
    bool? Owner,
    DateTimeOffset? JoinedAt,
    DateTimeOffset? WillEjectAt,
    [property: JsonPropertyName("networkQualityState")] string? NetworkQualityState,
    DateTimeOffset? StartTs,
    DateTimeOffset? EndTs,
    TimeSpan? Duration,
    string? RecordingId,
    string? InstanceId,
    string? StartedBy,
    string? Type,
    string? Status,
    int? MaxParticipants,
    [property: JsonPropertyName("s3_key")] string? S3Key,
    [property: JsonPropertyName("s3key")] string? S3KeyInOneWord,
    string? ErrorMsg,
    DateTimeOffset? Timestamp)
{
    [JsonIgnore]
    public string? AnyRoom => Room ?? RoomName;
}
