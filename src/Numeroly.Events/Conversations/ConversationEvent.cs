namespace Numeroly.Events.Conversations;

/// <summary>
/// A fact in the life of a conversation. Bodies are stored under these property names, so a change here is a change of
/// the stored format: add, never rename, and upcast what must change. No secret and no meeting token is ever a fact.
/// </summary>
public abstract record ConversationEvent;

/// <summary>Daily has the room. Starts the stream.</summary>
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
    Reading? Reading) : ConversationEvent;

/// <summary>Creating did not come to a conversation in time. Starts the stream in its place, and ends it: nothing follows.</summary>
public sealed record RoomAbandoned(string RoomName, DateTimeOffset AbandonedAt) : ConversationEvent;

/// <summary>Someone was given a meeting token. Never the token itself.</summary>
public sealed record TokenIssued(Speaker To, DateTimeOffset ExpiresAt) : ConversationEvent;

/// <summary>Someone came into the call.</summary>
/// <param name="SessionId">Daily's id of this one connection: leaving and coming back is a new one.</param>
public sealed record ParticipantJoined(Speaker Who, string SessionId, DateTimeOffset JoinedAt) : ConversationEvent;

/// <summary>Someone left the call. Knows when they joined, since Daily may tell us of the leaving first.</summary>
public sealed record ParticipantLeft(Speaker Who, string SessionId, DateTimeOffset JoinedAt, double DurationSeconds)
    : ConversationEvent;

/// <summary>One side said something.</summary>
/// <param name="MessageId">Chosen by the one who saves; saving it again changes nothing.</param>
/// <param name="Text">What was said, as transcribed or typed.</param>
/// <param name="Confidence">The recogniser's confidence from 0 to 1; only for the user.</param>
/// <param name="EmotionalTone">The tone of the answer; only for the assistant.</param>
/// <param name="Heard">What the user heard of <paramref name="Text"/> before interrupting; null when all of it.</param>
public sealed record MessageSaved(
    Guid MessageId,
    Speaker Speaker,
    string Text,
    double? Confidence,
    EmotionalTone? EmotionalTone,
    string? Heard,
    DateTimeOffset SpokenAt) : ConversationEvent;

/// <summary>An assistant has taken the conversation on.</summary>
/// <param name="AttendanceId">This one process's attendance.</param>
/// <param name="Ordinal">1 for the first; more when it took over from one that died or had to stop.</param>
/// <param name="HasVoice">Whether it can speak in the call, or writes only.</param>
public sealed record AssistantArrived(Guid AttendanceId, int Ordinal, bool HasVoice, DateTimeOffset ArrivedAt) : ConversationEvent;

/// <summary>An answer was cut before all of it was heard.</summary>
/// <param name="MessageId">The answer's.</param>
/// <param name="Heard">What the person heard of its text; empty when nothing.</param>
public sealed record AnswerInterrupted(Guid MessageId, string Heard, InterruptionCause Cause, DateTimeOffset InterruptedAt) : ConversationEvent;

/// <summary>A turn is over: how it went, and how long each stage took from the end of the person's speech on.</summary>
/// <param name="AnswerId">The answer's message id; null when there was none.</param>
/// <param name="SpokenSeconds">How long the person spoke; null when they wrote, or for a greeting.</param>
/// <param name="UnderstoodAfterMs">Until the words were final.</param>
/// <param name="FirstWordsAfterMs">Until the first sentence of the answer was thought of.</param>
/// <param name="FirstSoundAfterMs">Until the voice gave its first sound.</param>
/// <param name="AudibleAfterMs">Until that sound was played into the call. Null where the stage was not reached, or did not apply.</param>
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
    DateTimeOffset EndedAt) : ConversationEvent;

/// <summary>A provider of the assistant failed during the conversation.</summary>
/// <param name="Failure">The kind of failure, in one word.</param>
/// <param name="FellBackTo">The provider that took its place; null when there was none.</param>
public sealed record ProviderFailed(ProviderStage Stage, string Provider, string Failure, string? FellBackTo, DateTimeOffset FailedAt) : ConversationEvent;

/// <summary>The person said, in conversation, whom the numbers are about.</summary>
public sealed record ReadingLearnt(Reading Reading) : ConversationEvent;

/// <summary>Daily records the call.</summary>
public sealed record RecordingStarted(string RecordingId, DateTimeOffset StartedAt) : ConversationEvent;

/// <summary>Daily has a finished recording to download.</summary>
public sealed record RecordingReady(string RecordingId, DateTimeOffset StartedAt, double DurationSeconds)
    : ConversationEvent;

/// <summary>A recording will not come.</summary>
/// <param name="RecordingId">Null when Daily did not say which, or when there was none at all.</param>
public sealed record RecordingFailed(string? RecordingId, string Reason) : ConversationEvent;

/// <summary>The network as the app saw it. Kept on change only.</summary>
/// <param name="BandwidthKbps">Kilobits per second.</param>
/// <param name="LossPercent">Lost packets, 0 to 100.</param>
public sealed record ConnectionReported(
    Topology Topology,
    NetworkQuality Quality,
    double? BandwidthKbps,
    double? LossPercent) : ConversationEvent;

/// <summary>The conversation is over. Exactly one per stream.</summary>
/// <param name="Rating">1 to 5, when the person gave one with the ending.</param>
public sealed record Ended(EndCause Cause, int? Rating, DateTimeOffset EndedAt) : ConversationEvent;

/// <summary>Daily confirmed that the room is gone.</summary>
public sealed record RoomDeleted(string RoomName, DateTimeOffset DeletedAt) : ConversationEvent;
