namespace Numeroly.Events.Conversations;

/// <summary>A fresh token lets someone (back) into a conversation that has not ended (criterion 08).</summary>
public static class IssuingTokens
{
    public static Decision Decide(Conversation conversation, Speaker to, DateTimeOffset expiresAt) =>
        conversation.HasEnded()
            ? Decision.Refuse(RefusalKind.ConversationEnded, "This conversation has ended, so there is no call to join. Start a new one.")
            : Decision.Accept(new TokenIssued(to, expiresAt));
}
