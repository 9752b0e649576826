namespace Numeroly.Events.Conversations;

/// <summary>
/// Something that must happen outside because of a decision. Committed together with the decision's events, handled in
/// order within the conversation, repeated until it is done. Bodies are stored: add, never rename.
/// </summary>
public abstract record ConversationMessage
{
    public Guid ConversationId { get; init; }

    /// <summary>Its place among the conversation's messages, given when it enters the sequence; 0 before.</summary>
    public long Place { get; init; }

    /// <summary>How often it was put off because it was not possible yet.</summary>
    public int PutOff { get; init; }
}

/// <summary>A room without a conversation: delete it, whatever became of it.</summary>
public sealed record DeleteAbandonedRoom(string RoomName) : ConversationMessage;

/// <summary>Record the call, as soon as Daily says that it is on.</summary>
public sealed record StartRecording(int Attempt) : ConversationMessage;

/// <summary>Look whether anybody came at all.</summary>
public sealed record EndIfNobodyCame : ConversationMessage;

/// <summary>Look whether the person who left came back.</summary>
public sealed record EndIfLeftForGood : ConversationMessage;

/// <summary>The longest time is over.</summary>
public sealed record EndAtLimit : ConversationMessage;

/// <summary>Tell those in the call that it is over, and why.</summary>
public sealed record AnnounceEnd(EndCause Cause) : ConversationMessage;

public sealed record StopRecording : ConversationMessage;

public sealed record EjectEveryone : ConversationMessage;

public sealed record DeleteRoom : ConversationMessage;

/// <summary>Ask Daily for the finished recording.</summary>
public sealed record AttachRecording(int Attempt) : ConversationMessage;

/// <summary>Take in a verified webhook that was stored as it came.</summary>
public sealed record TakeInWebhook(Guid DeliveryId) : ConversationMessage;
