using Numeroly.Events.Conversations;

namespace Numeroly.Api.Analytics;

/// <summary>What turns can be told apart by. Days and hours are Vietnam's.</summary>
public enum TurnGrouping
{
    Day,
    Hour,
    Language,
    Input,
    SpeechToText,
    Reply,
    TextToSpeech,
}

/// <summary>How far an answer has come, each counted from the end of what the person said or wrote.</summary>
public enum TurnStage
{
    /// <summary>The person's words are final.</summary>
    Understood,

    /// <summary>The first sentence of the answer is thought of.</summary>
    FirstWords,

    /// <summary>The voice gave its first sound.</summary>
    FirstSound,

    /// <summary>That sound was played into the call.</summary>
    Audible,
}

/// <summary>How long people waited for a stage, in milliseconds; null where no turn came so far.</summary>
/// <param name="Count">Turns that came so far.</param>
public sealed record StageFigures(TurnStage Stage, long Count, double? P50Ms, double? P90Ms, double? P95Ms, double? P99Ms, double? MaxMs);

/// <summary>How many turns ended so, and the part of all, 0 to 1.</summary>
public sealed record OutcomeFigures(TurnOutcome Outcome, long Count, double Share);

/// <summary>Turns taken together.</summary>
public sealed record TurnFigures(long Count, IReadOnlyList<OutcomeFigures> Outcomes, IReadOnlyList<StageFigures> Stages);

/// <summary>The turns of one day, provider and so on.</summary>
/// <param name="Key">Such as <c>2026-11-22</c>, <c>2026-11-22T14:00+07:00</c>, <c>vi</c>, <c>openai</c>; null for turns without one.</param>
public sealed record TurnGroup(string? Key, TurnFigures Figures);

/// <summary>Which turns were looked at.</summary>
/// <param name="From">Ended at or after.</param>
/// <param name="To">Ended before.</param>
public sealed record TurnSlice(
    DateTimeOffset From,
    DateTimeOffset To,
    Language? Language,
    TurnInput? Input,
    TurnOutcome? Outcome,
    string? SpeechToText,
    string? Reply,
    string? TextToSpeech);

/// <summary>How long people waited for answers.</summary>
/// <param name="Groups">Days and hours in their order, others by their number of turns; none when not asked for.</param>
public sealed record TurnsView(TurnSlice Slice, TurnFigures Total, TurnGrouping? GroupedBy, IReadOnlyList<TurnGroup> Groups);
