using Numeroly.Daily.Recordings;

namespace Numeroly.Daily.Webhooks;

/// <summary>What every event comes in: https://docs.daily.co/reference/rest-api/webhooks.</summary>
/// <param name="Id">Daily's id of the message. The same event may come under another one.</param>
/// <param name="Type">Such as <c>participant.joined</c>.</param>
/// <param name="SentAt">When Daily sent it, later than what it tells of.</param>
public sealed record WebhookEnvelope(string Id, string Type, DateTimeOffset? SentAt);

/// <summary>
/// Something that happened at Daily. Comes in no strict order and more than once; <see cref="BusinessKey"/> and the
/// envelope's id together tell repetitions.
/// </summary>
public abstract record WebhookEvent
{
    private WebhookEvent(WebhookEnvelope envelope) => Envelope = envelope;

    public WebhookEnvelope Envelope { get; }

    /// <summary>The same for every delivery of the same happening: the type with the session, meeting or recording concerned.</summary>
    public string BusinessKey => $"{Envelope.Type}:{Subject}";

    /// <summary>The room, where Daily names it: events of recordings may leave it out.</summary>
    public string? RoomName { get; init; }

    /// <summary>The recording's instance, by which the room is found when it is not named.</summary>
    public string? InstanceId { get; init; }

    protected abstract string Subject { get; }

    public sealed record MeetingStarted(WebhookEnvelope Envelope, string MeetingId) : WebhookEvent(Envelope)
    {
        public DateTimeOffset? StartedAt { get; init; }

        protected override string Subject => MeetingId;
    }

    /// <summary>Comes up to 20 s after the last person left.</summary>
    public sealed record MeetingEnded(WebhookEnvelope Envelope, string MeetingId) : WebhookEvent(Envelope)
    {
        public DateTimeOffset? StartedAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        protected override string Subject => MeetingId;
    }

    public sealed record ParticipantJoined(WebhookEnvelope Envelope, WebhookParticipant Participant) : WebhookEvent(Envelope)
    {
        protected override string Subject => Participant.SessionId;
    }

    /// <summary>After a crash or a lost connection, comes 10 to 30 s late.</summary>
    public sealed record ParticipantLeft(WebhookEnvelope Envelope, WebhookParticipant Participant) : WebhookEvent(Envelope)
    {
        public TimeSpan? Duration { get; init; }

        public DateTimeOffset? LeftAt => Participant.JoinedAt + Duration;

        protected override string Subject => Participant.SessionId;
    }

    public sealed record RecordingStarted(WebhookEnvelope Envelope, string? RecordingId) : WebhookEvent(Envelope)
    {
        public DateTimeOffset? StartedAt { get; init; }

        /// <summary>The session id of whoever started it.</summary>
        public string? StartedBy { get; init; }

        protected override string Subject => RecordingId ?? InstanceId ?? "";
    }

    public sealed record RecordingReady(WebhookEnvelope Envelope, string RecordingId) : WebhookEvent(Envelope)
    {
        public DateTimeOffset? StartedAt { get; init; }

        public TimeSpan? Duration { get; init; }

        public RecordingType? RecordingType { get; init; }

        public RecordingStatus Status { get; init; }

        public int? MaxParticipants { get; init; }

        public string? S3Key { get; init; }

        protected override string Subject => RecordingId;
    }

    public sealed record RecordingFailed(WebhookEnvelope Envelope, string? Error) : WebhookEvent(Envelope)
    {
        public string? RecordingId { get; init; }

        public DateTimeOffset? FailedAt { get; init; }

        /// <summary>An instance may fail more than once, so the time belongs to it.</summary>
        protected override string Subject => $"{RecordingId ?? InstanceId ?? RoomName}:{FailedAt?.ToUnixTimeMilliseconds()}";
    }

    /// <summary>An event that we do not read. Told apart by its message id only.</summary>
    public sealed record Unknown(WebhookEnvelope Envelope) : WebhookEvent(Envelope)
    {
        protected override string Subject => Envelope.Id;
    }
}

/// <summary>Somebody who came to a call or left it.</summary>
/// <param name="SessionId">One connection; who leaves and comes again has another.</param>
public sealed record WebhookParticipant(string SessionId)
{
    /// <summary>Ours, from the token.</summary>
    public string? UserId { get; init; }

    public string? UserName { get; init; }

    public bool IsOwner { get; init; }

    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>When Daily puts them out; fixed when they joined.</summary>
    public DateTimeOffset? WillEjectAt { get; init; }

    /// <summary><c>good</c>, <c>warning</c>, <c>bad</c> or <c>unknown</c>.</summary>
    public string? NetworkQuality { get; init; }
}
