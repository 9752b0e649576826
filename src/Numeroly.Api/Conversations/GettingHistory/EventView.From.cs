using Numeroly.Api.Store;
using Facts = Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>
/// What leaves of what is stored, field by field: a field that is added to a stored event is told to nobody until it is named here.
/// </summary>
public abstract partial record EventView
{
    /// <summary>The event as it is told; null for one that is told to nobody.</summary>
    public static EventView? From(StoredEvent stored) => Of(stored.Fact) is { } view
        ? view with
        {
            Version = stored.Version,
            Sequence = stored.Sequence,
            EventId = stored.Id,
            Timestamp = stored.Timestamp,
            CorrelationId = stored.CorrelationId,
            CausationId = stored.CausationId,
        }
        : null;

    private static EventView? Of(Facts.ConversationEvent stored) => stored switch
    {
        Facts.RoomCreated e => new RoomCreated(
            e.UserId, e.RoomName, e.RoomUrl, e.Language, e.CreatedAt, e.RoomExpiresAt, ReadingView.From(e.Reading)),
        Facts.TokenIssued e => new TokenIssued(e.To, e.ExpiresAt),
        Facts.ParticipantJoined e => new ParticipantJoined(e.Who, e.SessionId, e.JoinedAt),
        Facts.ParticipantLeft e => new ParticipantLeft(e.Who, e.SessionId, e.JoinedAt, e.DurationSeconds),
        Facts.MessageSaved e => new MessageSaved(e.MessageId, e.Speaker, e.Text, e.Confidence, e.EmotionalTone, e.Heard, e.SpokenAt),
        Facts.AssistantArrived e => new AssistantArrived(e.Ordinal, e.HasVoice, e.ArrivedAt),
        Facts.AnswerInterrupted e => new AnswerInterrupted(e.MessageId, e.Heard, e.Cause, e.InterruptedAt),
        Facts.TurnMeasured e => new TurnMeasured(
            e.TurnId,
            e.AnswerId,
            e.Input,
            e.Outcome,
            e.SpokenSeconds,
            e.UnderstoodAfterMs,
            e.FirstWordsAfterMs,
            e.FirstSoundAfterMs,
            e.AudibleAfterMs,
            e.SpeechToText,
            e.Reply,
            e.TextToSpeech,
            e.EndedAt),
        Facts.ProviderFailed e => new ProviderFailed(e.Stage, e.Provider, e.Failure, e.FellBackTo, e.FailedAt),
        Facts.ReadingLearnt e => new ReadingLearnt(ReadingView.From(e.Reading)),
        Facts.RecordingStarted e => new RecordingStarted(e.RecordingId, e.StartedAt),
        Facts.RecordingReady e => new RecordingReady(e.RecordingId, e.StartedAt, e.DurationSeconds),
        Facts.RecordingFailed e => new RecordingFailed(e.RecordingId, e.Reason),
        Facts.ConnectionReported e => new ConnectionReported(e.Topology, e.Quality, e.BandwidthKbps, e.LossPercent),
        Facts.Ended e => new Ended(e.Cause, e.Rating, e.EndedAt),
        Facts.RoomDeleted e => new RoomDeleted(e.RoomName, e.DeletedAt),
        _ => null, // A conversation that never came to be (RoomAbandoned) is nobody's, and a new event is told once it has a shape here.
    };
}
