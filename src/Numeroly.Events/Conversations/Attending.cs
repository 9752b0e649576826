namespace Numeroly.Events.Conversations;

/// <summary>Who is in the call, as Daily tells it: late, twice, or in the wrong order. Any order keeps the same facts.</summary>
public static class Attending
{
    /// <summary>Someone's connection to the call, as Daily remembers it when asked.</summary>
    /// <param name="DurationSeconds">Null while they are in the call.</param>
    public sealed record Attended(Speaker Who, string SessionId, DateTimeOffset JoinedAt, double? DurationSeconds);

    // Nobody reconnects so often; beyond it the limit alone ends the conversation, and its state stays small.
    private const int MostSessions = 500;

    /// <summary>Someone came in. Every joining of the person (re)starts the recording, which is harmless while one runs.</summary>
    public static Decision.Accepted Joined(Conversation conversation, Speaker who, string sessionId, DateTimeOffset joinedAt)
    {
        if (conversation.Knows(sessionId) || conversation.Sessions.Count >= MostSessions) return Decision.Nothing;

        var joined = Decision.Accept(new ParticipantJoined(who, sessionId, joinedAt));
        return who == Speaker.User && !conversation.HasEnded() ? joined.Then(new StartRecording(1)) : joined;
    }

    /// <summary>Someone left. What tells of the leaving also tells when they joined, so a missed joining is made up for.</summary>
    public static Decision.Accepted Left(
        Conversation conversation, Speaker who, string sessionId, DateTimeOffset joinedAt, double durationSeconds, ConversationPolicy policy)
    {
        if (conversation.Knows(sessionId) ? !conversation.IsPresent(sessionId) : conversation.Sessions.Count >= MostSessions) return Decision.Nothing;

        var left = new ParticipantLeft(who, sessionId, joinedAt, durationSeconds);
        var decision = conversation.Knows(sessionId)
            ? Decision.Accept(left)
            : Decision.Accept(new ParticipantJoined(who, sessionId, joinedAt), left);
        return who == Speaker.User && !conversation.HasEnded() && !conversation.When(left).UserIsPresent()
            ? decision.After(policy.LeftForGoodAfter, new EndIfLeftForGood())
            : decision;
    }

    /// <summary>Daily says that the call is over. People may come back to the room, so this only asks to look later.</summary>
    public static Decision.Accepted CallEnded(Conversation conversation, ConversationPolicy policy) =>
        conversation.HasEnded()
            ? Decision.Nothing
            : Decision.Nothing.After(policy.LeftForGoodAfter, new EndIfLeftForGood());

    /// <summary>Makes up for news that never came.</summary>
    public static Decision.Accepted TakeIn(Conversation conversation, IEnumerable<Attended> attended, ConversationPolicy policy) => Decision.InTurn(
        conversation,
        attended.Select(Func<Conversation, Decision.Accepted> (session) => current => session.DurationSeconds is { } duration
            ? Left(current, session.Who, session.SessionId, session.JoinedAt, duration, policy)
            : Joined(current, session.Who, session.SessionId, session.JoinedAt)));
}
