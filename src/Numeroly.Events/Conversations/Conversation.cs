using System.Collections.Immutable;

namespace Numeroly.Events.Conversations;

/// <summary>
/// The state that decisions read: small, kept beside the stream and updated with it, so that deciding costs the same
/// however long the stream is. The same facts in any order give the same state.
/// </summary>
public sealed partial record Conversation
{
    /// <summary>
    /// Raised when the state holds something new, so that a node of the version before, which would lose it, does not
    /// write the state back.
    /// </summary>
    public const int CurrentShape = 1;

    public required Guid Id { get; init; }

    /// <summary>Number of the last event in the stream.</summary>
    public required long Version { get; init; }

    /// <summary>The <see cref="CurrentShape"/> of the program that wrote it.</summary>
    public int Shape { get; init; } = 1;
    public required string UserId { get; init; }
    public required string RoomName { get; init; }
    public required string RoomUrl { get; init; }
    public required Language Language { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset RoomExpiresAt { get; init; }
    public Reading? Reading { get; init; }
    public ImmutableList<Session> Sessions { get; init; } = [];
    public ImmutableList<Recording> Recordings { get; init; } = [];

    /// <summary>Why there is no recording, when Daily could not say which one failed or made none.</summary>
    public string? RecordingFailure { get; init; }
    public int MessageCount { get; init; }
    public DateTimeOffset? LastMessageAt { get; init; }
    public ConnectionReported? Connection { get; init; }

    /// <summary>How many assistants have taken it on, one after the other.</summary>
    public int Assistants { get; init; }

    /// <summary>The answer that is being said: saved, and neither measured to its end nor interrupted yet.</summary>
    public Guid? AnswerUnderWay { get; init; }
    public Ended? Ending { get; init; }
    public DateTimeOffset? RoomDeletedAt { get; init; }

    /// <summary>When it ended; null while it goes on. Kept beside the state, to find conversations by.</summary>
    public DateTimeOffset? EndedAt => Ending?.EndedAt;

    public bool HasEnded() => Ending is not null;

    /// <summary>When the person first came into the call; null while nobody has.</summary>
    public DateTimeOffset? JoinedAt() =>
        Sessions.Where(session => session.Who == Speaker.User).Select(session => (DateTimeOffset?)session.JoinedAt).Min();

    /// <summary>When the person last left the call; null while they are in it, or never were.</summary>
    public DateTimeOffset? LeftAt() => UserIsPresent()
        ? null
        : Sessions
            .Where(session => session.Who == Speaker.User)
            .Select(session => (DateTimeOffset?)session.JoinedAt.AddSeconds(session.DurationSeconds ?? 0))
            .Max();

    public bool Knows(string sessionId) => Sessions.Exists(session => session.SessionId == sessionId);

    public bool IsPresent(string sessionId) => Sessions.Exists(session => session.SessionId == sessionId && session.IsPresent());

    public Recording? FindRecording(string recordingId) => Recordings.Find(recording => recording.RecordingId == recordingId);

    public bool UserIsPresent() => Sessions.Any(session => session.Who == Speaker.User && session.IsPresent());

    /// <summary>Seconds from the person's first joining to the end; 0 when they never joined, null while it goes on.</summary>
    public double? DurationSeconds() => Ending switch
    {
        null => null,
        { EndedAt: var endedAt } => JoinedAt() is { } joined ? Math.Max(0, (endedAt - joined).TotalSeconds) : 0,
    };

    /// <summary>Length of all finished recordings together; null when none is.</summary>
    public double? RecordingSeconds() => Recordings.Aggregate(
        (double?)null, (sum, recording) => recording.DurationSeconds is { } seconds ? (sum ?? 0) + seconds : sum);

    /// <summary>Where the conversation's recording stands, all its pieces taken together.</summary>
    public RecordingStatus RecordingStatus()
    {
        if (Recordings.Exists(recording => recording.Status == Conversations.RecordingStatus.Pending)) return Conversations.RecordingStatus.Pending;
        if (Recordings.Exists(recording => recording.Status == Conversations.RecordingStatus.Ready)) return Conversations.RecordingStatus.Ready;
        if (RecordingFailure is not null || Recordings.Count > 0) return Conversations.RecordingStatus.Failed;
        return JoinedAt() is null ? Conversations.RecordingStatus.None : Conversations.RecordingStatus.Pending;
    }
}
