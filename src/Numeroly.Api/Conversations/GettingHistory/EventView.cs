using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>An event of a conversation. Its `type` says which, and thereby what else it has.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RoomCreated), "room_created")]
[JsonDerivedType(typeof(TokenIssued), "token_issued")]
[JsonDerivedType(typeof(ParticipantJoined), "participant_joined")]
[JsonDerivedType(typeof(ParticipantLeft), "participant_left")]
[JsonDerivedType(typeof(MessageSaved), "message_saved")]
[JsonDerivedType(typeof(AssistantArrived), "assistant_arrived")]
[JsonDerivedType(typeof(AnswerInterrupted), "answer_interrupted")]
[JsonDerivedType(typeof(TurnMeasured), "turn_measured")]
[JsonDerivedType(typeof(ProviderFailed), "provider_failed")]
[JsonDerivedType(typeof(ReadingLearnt), "reading_learnt")]
[JsonDerivedType(typeof(RecordingStarted), "recording_started")]
[JsonDerivedType(typeof(RecordingReady), "recording_ready")]
[JsonDerivedType(typeof(RecordingFailed), "recording_failed")]
[JsonDerivedType(typeof(ConnectionReported), "connection_reported")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(RoomDeleted), "room_deleted")]
public abstract partial record EventView
{
    private static readonly FrozenDictionary<Type, string> Types = typeof(EventView)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(shape => shape.DerivedType, shape => (string)shape.TypeDiscriminator!);

    [JsonIgnore] // Written already, as what tells the shapes apart.
    public string Type => Types[GetType()];

    /// <summary>Its place in the conversation: 1, 2, 3 …</summary>
    [JsonRequired, JsonPropertyOrder(-6)]
    public long Version { get; init; }

    /// <summary>Its number among all events.</summary>
    [JsonRequired, JsonPropertyOrder(-5)]
    public long Sequence { get; init; }

    [JsonRequired, JsonPropertyOrder(-4)]
    public Guid EventId { get; init; }

    /// <summary>When it was kept.</summary>
    [JsonRequired, JsonPropertyOrder(-3)]
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>The request all this goes back to.</summary>
    [JsonRequired, JsonPropertyOrder(-2)]
    public string? CorrelationId { get; init; }

    /// <summary>The request or message that directly caused it.</summary>
    [JsonRequired, JsonPropertyOrder(-1)]
    public string? CausationId { get; init; }

    /// <summary>Daily has the room, and the conversation begins.</summary>
    /// <param name="UserId">Subject of the person's access token.</param>
    /// <param name="RoomExpiresAt">When Daily closes the room by itself.</param>
    /// <param name="Reading">Whom the numbers are about, if the person said.</param>
    public sealed record RoomCreated(
        string UserId,
        string RoomName,
        string RoomUrl,
        Language Language,
        DateTimeOffset CreatedAt,
        DateTimeOffset RoomExpiresAt,
        ReadingView? Reading) : EventView;

    /// <summary>Someone was given a meeting token.</summary>
    public sealed record TokenIssued(Speaker To, DateTimeOffset ExpiresAt) : EventView;

    /// <summary>Someone came into the call.</summary>
    /// <param name="SessionId">Daily's id of this one connection: leaving and coming back is a new one.</param>
    public sealed record ParticipantJoined(Speaker Who, string SessionId, DateTimeOffset JoinedAt) : EventView;

    /// <summary>Someone left the call.</summary>
    public sealed record ParticipantLeft(Speaker Who, string SessionId, DateTimeOffset JoinedAt, double DurationSeconds) : EventView;

    /// <summary>One side said something.</summary>
    /// <param name="Confidence">The recogniser's, 0 to 1; only for the user.</param>
    /// <param name="EmotionalTone">Only for the assistant.</param>
    /// <param name="Heard">What the user heard of it before interrupting; null when all of it.</param>
    public sealed record MessageSaved(
        Guid MessageId,
        Speaker Speaker,
        string Text,
        double? Confidence,
        EmotionalTone? EmotionalTone,
        string? Heard,
        DateTimeOffset SpokenAt) : EventView;

    /// <summary>An assistant has taken the conversation on.</summary>
    /// <param name="Ordinal">1 for the first; more when it took over from one that died or had to stop.</param>
    /// <param name="HasVoice">Whether it can speak in the call, or writes only.</param>
    public sealed record AssistantArrived(int Ordinal, bool HasVoice, DateTimeOffset ArrivedAt) : EventView;

    /// <summary>An answer was cut before all of it was heard.</summary>
    /// <param name="MessageId">The answer's.</param>
    /// <param name="Heard">What the person heard of its text; empty when nothing.</param>
    public sealed record AnswerInterrupted(Guid MessageId, string Heard, InterruptionCause Cause, DateTimeOffset InterruptedAt) : EventView;

    /// <summary>A turn is over: how it went, and how long each stage took from the end of the person's speech on.</summary>
    /// <param name="AnswerId">The answer's message id; null when there was none.</param>
    /// <param name="SpokenSeconds">How long the person spoke; null when they wrote, or for a greeting.</param>
    /// <param name="UnderstoodAfterMs">Until the words were final. Null, as the three after it, where the stage was not reached.</param>
    /// <param name="FirstWordsAfterMs">Until the first sentence of the answer was thought of.</param>
    /// <param name="FirstSoundAfterMs">Until the voice gave its first sound.</param>
    /// <param name="AudibleAfterMs">Until that sound was played into the call.</param>
    /// <param name="SpeechToText">Name of the recogniser that understood it; likewise the other two.</param>
    public sealed record TurnMeasured(
        Guid TurnId,
        Guid? AnswerId,
        TurnInput Input,
        TurnOutcome Outcome,
        double? SpokenSeconds,
        double? UnderstoodAfterMs,
        double? FirstWordsAfterMs,
        double? FirstSoundAfterMs,
        double? AudibleAfterMs,
        string? SpeechToText,
        string? Reply,
        string? TextToSpeech,
        DateTimeOffset EndedAt) : EventView;

    /// <summary>A provider of the assistant failed.</summary>
    /// <param name="Failure">The kind of failure, in one word.</param>
    /// <param name="FellBackTo">The provider that took its place; null when there was none.</param>
    public sealed record ProviderFailed(
        ProviderStage Stage, string Provider, string Failure, string? FellBackTo, DateTimeOffset FailedAt) : EventView;

    /// <summary>The person said, in conversation, whom the numbers are about.</summary>
    public sealed record ReadingLearnt(ReadingView Reading) : EventView;

    /// <summary>Daily records the call.</summary>
    public sealed record RecordingStarted(string RecordingId, DateTimeOffset StartedAt) : EventView;

    /// <summary>Daily has a finished recording to download.</summary>
    public sealed record RecordingReady(string RecordingId, DateTimeOffset StartedAt, double DurationSeconds) : EventView;

    /// <summary>A recording will not come.</summary>
    /// <param name="RecordingId">Null when Daily did not say which, or when there was none at all.</param>
    public sealed record RecordingFailed(string? RecordingId, string Reason) : EventView;

    /// <summary>The network as the app saw it change.</summary>
    /// <param name="BandwidthKbps">Kilobits per second.</param>
    /// <param name="LossPercent">Lost packets, 0 to 100.</param>
    public sealed record ConnectionReported(
        Topology Topology, NetworkQuality Quality, double? BandwidthKbps, double? LossPercent) : EventView;

    /// <summary>The conversation is over.</summary>
    /// <param name="Rating">1 to 5, when the person gave one with the ending.</param>
    public sealed record Ended(EndCause Cause, int? Rating, DateTimeOffset EndedAt) : EventView;

    /// <summary>Daily confirmed that the room is gone.</summary>
    public sealed record RoomDeleted(string RoomName, DateTimeOffset DeletedAt) : EventView;
}
