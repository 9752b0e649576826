namespace Numeroly.Events.Conversations;

/// <summary>One ending per conversation, whoever says it first. It sets closing the call going, where each step leads to the next.</summary>
public static class Ending
{
    public static Decision.Accepted Decide(Conversation conversation, EndCause cause, int? rating, ConversationPolicy policy, DateTimeOffset now) =>
        conversation.HasEnded()
            ? Decision.Nothing
            : Decision
                .Accept(new Ended(cause, rating, now))
                .Then(new AnnounceEnd(cause))
                .After(policy.AskAgainAfter, new AttachRecording(1));

    /// <summary>Nobody came in time. Who writes is there as well, without a call, and then has left when nothing more is written.</summary>
    public static Decision.Accepted IfNobodyCame(Conversation conversation, ConversationPolicy policy, DateTimeOffset now)
    {
        if (conversation.HasEnded() || conversation.JoinedAt() is not null) return Decision.Nothing;
        if (conversation.LastMessageAt is not { } writtenAt) return Decide(conversation, EndCause.NobodyCame, null, policy, now);
        var remaining = writtenAt + policy.NobodyCameAfter - now;
        return remaining > TimeSpan.Zero
            ? Decision.Nothing.After(remaining, new EndIfNobodyCame())
            : Decide(conversation, EndCause.LeftForGood, null, policy, now);
    }

    /// <summary>The person left the call and has had time to come back, and writes no more either.</summary>
    public static Decision.Accepted IfLeftForGood(Conversation conversation, ConversationPolicy policy, DateTimeOffset now)
    {
        if (conversation.HasEnded() || conversation.UserIsPresent() || conversation.LeftAt() is not { } leftAt) return Decision.Nothing;
        var seenAt = conversation.LastMessageAt is { } writtenAt && writtenAt > leftAt ? writtenAt : leftAt;
        var remaining = seenAt + policy.LeftForGoodAfter - now;
        return remaining > TimeSpan.Zero
            ? Decision.Nothing.After(remaining, new EndIfLeftForGood())
            : Decide(conversation, EndCause.LeftForGood, null, policy, now);
    }

    /// <summary>Daily confirmed that the room is gone, by our doing or by its expiry.</summary>
    public static Decision.Accepted ConfirmRoomDeleted(Conversation conversation, DateTimeOffset now) =>
        conversation.RoomDeletedAt is null
            ? Decision.Accept(new RoomDeleted(conversation.RoomName, now))
            : Decision.Nothing;
}
