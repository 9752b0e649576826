namespace Numeroly.Events.Conversations;

/// <summary>What the assistant does to a conversation's record, besides saving what it says.</summary>
public static class Assisting
{
    /// <summary>Takes the conversation on. An answer that the one before left unfinished is thereby cut.</summary>
    public static Decision Arrive(Conversation conversation, Guid attendanceId, bool hasVoice, DateTimeOffset now)
    {
        if (conversation.HasEnded()) return Decision.Nothing;
        var arrived = new AssistantArrived(attendanceId, conversation.Assistants + 1, hasVoice, now);
        return conversation.AnswerUnderWay is { } cut && conversation.Assistants > 0
            ? Decision.Accept(new AnswerInterrupted(cut, "", InterruptionCause.AssistantLost, now), arrived)
            : Decision.Accept(arrived);
    }

    /// <summary>The answer was cut. Also after the end, since that is what cuts many.</summary>
    public static Decision Interrupt(Conversation conversation, Guid answer, string heard, InterruptionCause cause, DateTimeOffset now) =>
        conversation.AnswerUnderWay == answer ? Decision.Accept(new AnswerInterrupted(answer, heard, cause, now)) : Decision.Nothing;

    /// <summary>The turn is over. Also after the end and without a room: the last turn of most conversations is cut by their end.</summary>
    public static Decision Measure(TurnMeasured turn) => Decision.Accept(turn);

    public static Decision FallBack(Conversation conversation, ProviderFailed failed) =>
        conversation.HasEnded() ? Decision.Nothing : Decision.Accept(failed);

    /// <summary>Keeps what was learnt, part by part; what is known already is no news.</summary>
    public static Decision Learn(Conversation conversation, Reading learnt)
    {
        var known = conversation.Reading;
        var merged = new Reading(learnt.Name ?? known?.Name, learnt.BirthDate ?? known?.BirthDate);
        return conversation.HasEnded() || merged == known ? Decision.Nothing : Decision.Accept(new ReadingLearnt(merged));
    }
}
