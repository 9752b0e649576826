using Numeroly.Events.Conversations;

namespace Numeroly.Events.Turns;

/// <summary>One row per finished turn: how long the person waited, and for what. Times in milliseconds from the end of their speech.</summary>
/// <param name="Version">Number of the turn's event in its conversation.</param>
public sealed record TurnEntry(
    Guid ConversationId,
    long Version,
    Guid TurnId,
    Language Language,
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
    DateTimeOffset EndedAt)
{
    public static TurnEntry From(Conversation conversation, long version, TurnMeasured turn) => new(
        conversation.Id,
        version,
        turn.TurnId,
        conversation.Language,
        turn.Input,
        turn.Outcome,
        turn.SpokenSeconds,
        turn.UnderstoodAfterMs,
        turn.FirstWordsAfterMs,
        turn.FirstSoundAfterMs,
        turn.AudibleAfterMs,
        turn.SpeechToText,
        turn.Reply,
        turn.TextToSpeech,
        turn.EndedAt);
}
