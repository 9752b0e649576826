namespace Numeroly.Events.Conversations;

/// <summary>How each fact changes the state. Named so that Marten's conventions do not take hold of it: <see cref="Evolve"/> is the one way in.</summary>
public sealed partial record Conversation
{
    /// <summary>
    /// The state after <paramref name="fact"/>, which is number <paramref name="version"/> of stream <paramref name="id"/>;
    /// null for one that never came to be.
    /// </summary>
    /// <exception cref="InvalidOperationException">The stream starts with neither <see cref="RoomCreated"/> nor <see cref="RoomAbandoned"/>.</exception>
    public static Conversation? Evolve(Conversation? state, Guid id, long version, ConversationEvent fact)
    {
        if (state is null && fact is RoomAbandoned) return null;
        var next = (state, fact) switch
        {
            (null, RoomCreated created) => Begin(created),
            (null, _) => throw new InvalidOperationException($"Stream {id} starts with {fact.GetType().Name} instead of {nameof(RoomCreated)}."),
            (_, ParticipantJoined joined) => state.When(joined),
            (_, ParticipantLeft left) => state.When(left),
            (_, MessageSaved saved) => state.When(saved),
            (_, AssistantArrived arrived) => state.When(arrived),
            (_, AnswerInterrupted interrupted) => state.When(interrupted),
            (_, TurnMeasured measured) => state.When(measured),
            (_, ReadingLearnt learnt) => state.When(learnt),
            (_, RecordingStarted started) => state.When(started),
            (_, RecordingReady ready) => state.When(ready),
            (_, RecordingFailed failed) => state.When(failed),
            (_, ConnectionReported reported) => state.When(reported),
            (_, Ended ended) => state.When(ended),
            (_, RoomDeleted deleted) => state.When(deleted),
            _ => state,
        };
        return next with { Id = id, Version = version, Shape = Math.Max(next.Shape, CurrentShape) };
    }

    /// <summary>This state with one more fact.</summary>
    public Conversation With(ConversationEvent fact) => Evolve(this, Id, Version + 1, fact)!;

    public static Conversation Begin(RoomCreated created) => new()
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

    public Conversation When(ParticipantJoined joined) => Knows(joined.SessionId)
        ? this
        : WithSession(new Session(joined.SessionId, joined.Who, joined.JoinedAt, null));

    public Conversation When(ParticipantLeft left) =>
        WithSession(new Session(left.SessionId, left.Who, left.JoinedAt, left.DurationSeconds));

    public Conversation When(MessageSaved saved) => this with
    {
        MessageCount = MessageCount + 1,
        LastMessageAt = saved.SpokenAt > (LastMessageAt ?? DateTimeOffset.MinValue) ? saved.SpokenAt : LastMessageAt,
        AnswerUnderWay = saved is { Speaker: Speaker.Assistant, Heard: null } ? saved.MessageId : AnswerUnderWay,
    };

    public Conversation When(AssistantArrived arrived) => this with { Assistants = Math.Max(Assistants, arrived.Ordinal) };

    public Conversation When(AnswerInterrupted interrupted) =>
        AnswerUnderWay == interrupted.MessageId ? this with { AnswerUnderWay = null } : this;

    public Conversation When(TurnMeasured measured) => AnswerUnderWay == measured.AnswerId ? this with { AnswerUnderWay = null } : this;

    public Conversation When(ReadingLearnt learnt) => this with { Reading = learnt.Reading };

    public Conversation When(RecordingStarted started) => WithRecording(
        started.RecordingId,
        known => known is null
            ? new Recording(started.RecordingId, Conversations.RecordingStatus.Pending, started.StartedAt, null, null)
            : known with { StartedAt = known.StartedAt ?? started.StartedAt });

    public Conversation When(RecordingReady ready) => WithRecording(
        ready.RecordingId,
        _ => new Recording(ready.RecordingId, Conversations.RecordingStatus.Ready, ready.StartedAt, ready.DurationSeconds, null));

    public Conversation When(RecordingFailed failed) => failed.RecordingId is not { } id
        ? this with { RecordingFailure = failed.Reason }
        : WithRecording(id, known => known switch
        {
            null => new Recording(id, Conversations.RecordingStatus.Failed, null, null, failed.Reason),
            { Status: Conversations.RecordingStatus.Ready } => known,
            _ => known with { Status = Conversations.RecordingStatus.Failed, FailureReason = failed.Reason },
        });

    public Conversation When(ConnectionReported reported) => this with { Connection = reported };

    public Conversation When(Ended ended) => Ending is null ? this with { Ending = ended } : this;

    public Conversation When(RoomDeleted deleted) => this with { RoomDeletedAt = RoomDeletedAt ?? deleted.DeletedAt };

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
