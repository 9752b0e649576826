namespace Numeroly.Events.Conversations;

/// <summary>Keep what one side said.</summary>
public sealed record SaveMessage(
    Guid MessageId,
    Speaker Speaker,
    string Text,
    double? Confidence,
    EmotionalTone? EmotionalTone,
    string? Heard,
    DateTimeOffset? SpokenAt);

/// <summary>Keeps every message once, in the order of saving.</summary>
public static class SavingMessages
{
    /// <param name="saved">What the conversation already holds under this message id, if anything.</param>
    public static Decision Decide(Conversation conversation, SaveMessage command, MessageSaved? saved, DateTimeOffset now)
    {
        var message = new MessageSaved(
            command.MessageId, command.Speaker, command.Text, command.Confidence, command.EmotionalTone, command.Heard, command.SpokenAt ?? now);
        if (saved is not null)
        {
            return saved == message with { SpokenAt = command.SpokenAt ?? saved.SpokenAt }
                ? Decision.Nothing
                : Decision.Refuse(RefusalKind.MessageIdTaken, $"Message {command.MessageId} is already saved with other content. Use a new message_id for a new message.");
        }

        return conversation.HasEnded()
            ? Decision.Refuse(RefusalKind.ConversationEnded, "This conversation has ended and takes no more messages.")
            : Decision.Accept(message);
    }
}
