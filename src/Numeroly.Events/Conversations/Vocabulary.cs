namespace Numeroly.Events.Conversations;

/// <summary>The language a conversation is held in. Never sent to Daily as a room <c>lang</c>, which knows no Vietnamese.</summary>
public enum Language
{
    Vi,
    En,
}

/// <summary>The two sides of a conversation.</summary>
public enum Speaker
{
    User,
    Assistant,
}

/// <summary>The tone the assistant speaks in; the three values of the story's <c>assistant_response</c>.</summary>
public enum EmotionalTone
{
    Warm,
    Neutral,
    Energetic,
}

/// <summary>Why a conversation ended. Exactly one cause per conversation: whoever says it first.</summary>
public enum EndCause
{
    /// <summary>The person ended it.</summary>
    User,

    /// <summary>Daily no longer has the room.</summary>
    RoomExpired,

    /// <summary>Nobody ever joined the call.</summary>
    NobodyCame,

    /// <summary>The person left the call and did not come back.</summary>
    LeftForGood,

    /// <summary>The longest time a conversation may take was reached.</summary>
    Limit,

    /// <summary>An operator ended it.</summary>
    Operator,
}

/// <summary>How the call's media travels, as Daily's <c>useNetwork</c> names it.</summary>
public enum Topology
{
    None,
    Sfu,
    Peer,
}

/// <summary>Daily's <c>networkState</c>.</summary>
public enum NetworkQuality
{
    Unknown,
    Good,
    Warning,
    Bad,
}

/// <summary>Why an answer was cut.</summary>
public enum InterruptionCause
{
    /// <summary>The person spoke or wrote.</summary>
    PersonSpoke,

    /// <summary>The person left the call.</summary>
    PersonLeft,

    /// <summary>The assistant's connection to the call broke.</summary>
    CallLost,

    /// <summary>The assistant's process died or had to stop.</summary>
    AssistantLost,

    /// <summary>The conversation ended.</summary>
    ConversationEnded,

    /// <summary>No voice could say the rest.</summary>
    VoiceLost,
}

/// <summary>How a turn came about.</summary>
public enum TurnInput
{
    /// <summary>The person spoke.</summary>
    Spoken,

    /// <summary>The person wrote.</summary>
    Written,

    /// <summary>The assistant spoke first: a greeting, or taking up what was cut.</summary>
    Unasked,
}

/// <summary>How a turn ended.</summary>
public enum TurnOutcome
{
    /// <summary>The answer was said, or written, to its end.</summary>
    Answered,

    /// <summary>The answer was cut.</summary>
    Interrupted,

    /// <summary>The person went on before there was an answer; the next answer is for both.</summary>
    Merged,

    /// <summary>Nothing was said.</summary>
    Empty,

    /// <summary>Something was said that nobody understood.</summary>
    NotUnderstood,

    /// <summary>No provider could answer.</summary>
    Failed,
}

/// <summary>The three things the assistant needs others for.</summary>
public enum ProviderStage
{
    SpeechToText,
    Reply,
    TextToSpeech,
}
