namespace Numeroly.Events.Conversations;

/// <summary>What becomes of the call's recordings (criteria 04, 09, 45-49). Any order of news keeps the same facts.</summary>
public static class KeepingRecordings
{
    const int MostRestarts = 3;

    public static Decision.Accepted Started(Conversation conversation, string recordingId, DateTimeOffset startedAt) =>
        conversation.FindRecording(recordingId)?.StartedAt is null
            ? Decision.Accept(new RecordingStarted(recordingId, startedAt))
            : Decision.Nothing;

    public static Decision.Accepted Ready(Conversation conversation, string recordingId, DateTimeOffset startedAt, double durationSeconds) =>
        conversation.FindRecording(recordingId) switch
        {
            { Status: RecordingStatus.Ready } => Decision.Nothing,
            { StartedAt: not null } => Decision.Accept(new RecordingReady(recordingId, startedAt, durationSeconds)),
            _ => Decision.Accept(
                new RecordingStarted(recordingId, startedAt),
                new RecordingReady(recordingId, startedAt, durationSeconds)),
        };

    /// <summary>
    /// Daily gave up on a recording, or (without an id) on whichever was running. While the person is in the call,
    /// recording starts anew.
    /// </summary>
    public static Decision.Accepted Failed(Conversation conversation, string? recordingId, string reason)
    {
        var alreadySettled = recordingId is null
            ? conversation.RecordingFailure is not null
            : conversation.FindRecording(recordingId) is { Status: RecordingStatus.Ready or RecordingStatus.Failed };
        if (alreadySettled) return Decision.Nothing;

        var failed = Decision.Accept(new RecordingFailed(recordingId, reason));
        var worthAnotherTry = conversation.UserIsPresent()
            && !conversation.HasEnded()
            && conversation.Recordings.Count(recording => recording.Status == RecordingStatus.Failed) < MostRestarts;
        return worthAnotherTry ? failed.Then(new StartRecording(1)) : failed;
    }

    /// <summary>
    /// Daily was asked for the recordings of an ended conversation and had nothing final: ask again later, ever more
    /// seldom, and in the end say that there is none.
    /// </summary>
    public static Decision.Accepted StillMissing(Conversation conversation, int attempt, ConversationPolicy policy, DateTimeOffset now)
    {
        var endedAt = conversation.Ending?.EndedAt ?? now;
        if (now - endedAt >= policy.GiveUpOnRecordingAfter) return GiveUp(conversation);

        var pause = policy.AskAgainAfter * Math.Pow(2, Math.Min(attempt, 20));
        return Decision.Nothing.After(
            pause < policy.AskForRecordingAtMostEvery ? pause : policy.AskForRecordingAtMostEvery,
            new AttachRecording(attempt + 1));
    }

    static Decision.Accepted GiveUp(Conversation conversation)
    {
        const string reason = "Daily did not deliver the recording in time.";
        var pending = conversation.Recordings
            .Where(recording => recording.Status == RecordingStatus.Pending)
            .Select(recording => (ConversationEvent)new RecordingFailed(recording.RecordingId, reason))
            .ToArray();
        return pending.Length > 0 ? Decision.Accept([.. pending]) : Failed(conversation, null, reason);
    }
}
