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
