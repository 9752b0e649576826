namespace Numeroly.Events.Conversations;

/// <summary>How each fact changes the state. <c>Create</c> and <c>Apply</c> have the shape Marten's conventions look for.</summary>
public sealed partial record Conversation
{
    /// <summary>The state after <paramref name="fact"/>, which is number <paramref name="version"/> of stream <paramref name="id"/>.</summary>
    /// <exception cref="InvalidOperationException">The stream does not start with <see cref="RoomCreated"/>.</exception>
    public static Conversation Evolve(Conversation? state, Guid id, long version, ConversationEvent fact)
    {
        var next = (state, fact) switch
        {
            (null, RoomCreated created) => Create(created),
            (null, _) => throw new InvalidOperationException($"Stream {id} starts with {fact.GetType().Name} instead of {nameof(RoomCreated)}."),
            (_, ParticipantJoined joined) => state.Apply(joined),
            (_, ParticipantLeft left) => state.Apply(left),
            (_, MessageSaved saved) => state.Apply(saved),
            (_, AssistantArrived arrived) => state.Apply(arrived),
            (_, AnswerInterrupted interrupted) => state.Apply(interrupted),
            (_, TurnMeasured measured) => state.Apply(measured),
            (_, ReadingLearnt learnt) => state.Apply(learnt),
            (_, RecordingStarted started) => state.Apply(started),
            (_, RecordingReady ready) => state.Apply(ready),
            (_, RecordingFailed failed) => state.Apply(failed),
            (_, ConnectionReported reported) => state.Apply(reported),
            (_, Ended ended) => state.Apply(ended),
            (_, RoomDeleted deleted) => state.Apply(deleted),
            _ => state,
        };
        return next with { Id = id, Version = version };
    }

    public static Conversation Create(RoomCreated created) => new()
    {
        Id = Guid.Empty,
        Version = 0,
        UserId = created.UserId,
        RoomName = created.RoomName,
        RoomUrl = created.RoomUrl,
        Language = created.Language,
        CreatedAt = created.CreatedAt,
        RoomExpiresAt = created.RoomExpiresAt,
        Reading = created.Reading,
    };

    public Conversation Apply(ParticipantJoined joined) => Knows(joined.SessionId)
        ? this
        : WithSession(new Session(joined.SessionId, joined.Who, joined.JoinedAt, null));

    public Conversation Apply(ParticipantLeft left) =>
        WithSession(new Session(left.SessionId, left.Who, left.JoinedAt, left.DurationSeconds));

    public Conversation Apply(MessageSaved saved) => this with
    {
        MessageCount = MessageCount + 1,
        LastMessageAt = saved.SpokenAt > (LastMessageAt ?? DateTimeOffset.MinValue) ? saved.SpokenAt : LastMessageAt,
        AnswerUnderWay = saved is { Speaker: Speaker.Assistant, Heard: null } ? saved.MessageId : AnswerUnderWay,
    };

    public Conversation Apply(AssistantArrived arrived) => this with { Assistants = Math.Max(Assistants, arrived.Ordinal) };

    public Conversation Apply(AnswerInterrupted interrupted) =>
        AnswerUnderWay == interrupted.MessageId ? this with { AnswerUnderWay = null } : this;

    public Conversation Apply(TurnMeasured measured) => AnswerUnderWay == measured.AnswerId ? this with { AnswerUnderWay = null } : this;

    public Conversation Apply(ReadingLearnt learnt) => this with { Reading = learnt.Reading };

    public Conversation Apply(RecordingStarted started) => WithRecording(
        started.RecordingId,
        known => known is null
            ? new Recording(started.RecordingId, Conversations.RecordingStatus.Pending, started.StartedAt, null, null)
            : known with { StartedAt = known.StartedAt ?? started.StartedAt });

    public Conversation Apply(RecordingReady ready) => WithRecording(
        ready.RecordingId,
        _ => new Recording(ready.RecordingId, Conversations.RecordingStatus.Ready, ready.StartedAt, ready.DurationSeconds, null));

    public Conversation Apply(RecordingFailed failed) => failed.RecordingId is not { } id
        ? this with { RecordingFailure = failed.Reason }
        : WithRecording(id, known => known switch
        {
            null => new Recording(id, Conversations.RecordingStatus.Failed, null, null, failed.Reason),
            { Status: Conversations.RecordingStatus.Ready } => known,
            _ => known with { Status = Conversations.RecordingStatus.Failed, FailureReason = failed.Reason },
        });

    public Conversation Apply(ConnectionReported reported) => this with { Connection = reported };

    public Conversation Apply(Ended ended) => Ending is null ? this with { Ending = ended } : this;

    public Conversation Apply(RoomDeleted deleted) => this with { RoomDeletedAt = RoomDeletedAt ?? deleted.DeletedAt };

    // Both lists are kept in the order of what happened, not of who told us first.
    private Conversation WithSession(Session session) => this with
    {
        Sessions = [.. Sessions
            .RemoveAll(known => known.SessionId == session.SessionId)
            .Add(session)
            .OrderBy(known => known.JoinedAt)
            .ThenBy(known => known.SessionId, StringComparer.Ordinal)],
    };

    private Conversation WithRecording(string id, Func<Recording?, Recording> change)
    {
        var changed = change(FindRecording(id));
        return this with
        {
            Recordings = [.. Recordings
                .RemoveAll(known => known.RecordingId == id)
                .Add(changed)
                .OrderBy(known => known.StartedAt)
                .ThenBy(known => known.RecordingId, StringComparer.Ordinal)],
        };
    }
}
