namespace Numeroly.Events.Conversations;

/// <summary>What becomes of the call's recordings (criteria 04, 09, 45-49). Any order of news keeps the same facts.</summary>
public static class KeepingRecordings
{
    private const int MostRestarts = 3;

    /// <summary>A recording, as Daily tells it when asked.</summary>
    public sealed record Told(string RecordingId, RecordingStatus Status, DateTimeOffset StartedAt, double? DurationSeconds);

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

    /// <summary>Makes up for news that never came.</summary>
    public static Decision.Accepted TakeIn(Conversation conversation, IEnumerable<Told> told) => Decision.InTurn(
        conversation,
        told.Select(Func<Conversation, Decision.Accepted> (recording) => current => recording.Status switch
        {
            RecordingStatus.Ready => Ready(current, recording.RecordingId, recording.StartedAt, recording.DurationSeconds ?? 0),
            RecordingStatus.Failed => Failed(current, recording.RecordingId, "Daily cancelled the recording."),
            _ => Started(current, recording.RecordingId, recording.StartedAt),
        }));

    /// <summary>
    /// After an ended conversation's recordings were asked for: done when all are settled. Else ask again later, ever
    /// more seldom, and in the end say that they will not come.
    /// </summary>
    public static Decision.Accepted Attach(
        Conversation conversation, IEnumerable<Told> told, int attempt, ConversationPolicy policy, DateTimeOffset now) => Decision.InTurn(
        conversation,
        current => TakeIn(current, told),
        current => current.RecordingStatus() == RecordingStatus.Pending ? StillMissing(current, attempt, policy, now) : Decision.Nothing);

    private static Decision.Accepted StillMissing(Conversation conversation, int attempt, ConversationPolicy policy, DateTimeOffset now)
    {
        var waited = now - (conversation.Ending?.EndedAt ?? now);
        if (conversation.Recordings.IsEmpty && waited >= policy.NoRecordingAfter) return Failed(conversation, null, "Daily made no recording.");
        if (waited >= policy.GiveUpOnRecordingAfter) return GiveUp(conversation);

        var pause = policy.AskAgainAfter * Math.Pow(2, Math.Min(attempt, 20));
        return Decision.Nothing.After(
            pause < policy.AskForRecordingAtMostEvery ? pause : policy.AskForRecordingAtMostEvery,
            new AttachRecording(attempt + 1));
    }

    private static Decision.Accepted GiveUp(Conversation conversation) => Decision.Accept([
        .. conversation.Recordings
            .Where(recording => recording.Status == RecordingStatus.Pending)
            .Select(recording => new RecordingFailed(recording.RecordingId, "Daily did not deliver the recording in time.")),
    ]);
}
