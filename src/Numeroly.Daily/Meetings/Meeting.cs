using Numeroly.Daily.Reading;

namespace Numeroly.Daily.Meetings;

/// <summary>
/// A meeting session: from the second person's coming, or one person's 30 s alone, until all are gone or one has been
/// alone for 10 minutes. Times are good to about 15 s.
/// </summary>
/// <param name="Id">Daily's id of the session.</param>
public sealed record Meeting(string Id)
{
    public string? RoomName { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public TimeSpan? Duration { get; init; }

    public bool IsOngoing { get; init; }

    public int? MaxParticipants { get; init; }

    /// <summary>Empty where the list was asked for without them.</summary>
    public IReadOnlyList<MeetingParticipant> Participants { get; init; } = [];
}

/// <summary>Somebody who was in a meeting for more than about 10 s.</summary>
/// <param name="SessionId">One connection; who left and came again is listed again.</param>
public sealed record MeetingParticipant(string SessionId)
{
    /// <summary>Ours, from the token.</summary>
    public string? UserId { get; init; }

    public string? UserName { get; init; }

    public DateTimeOffset? JoinedAt { get; init; }

    public TimeSpan? Duration { get; init; }
}

internal sealed record MeetingWire(
    string? Id,
    string? Room,
    string? RoomName,
    DateTimeOffset? StartTime,
    TimeSpan? Duration,
    bool? Ongoing,
    int? MaxParticipants,
    IReadOnlyList<MeetingParticipantWire>? Participants)
{
    public Meeting ToMeeting() => new(AnswerReading.Needed(Id, "id"))
    {
        RoomName = Room ?? RoomName,
        StartedAt = StartTime,
        Duration = Duration,
        IsOngoing = Ongoing == true,
        MaxParticipants = MaxParticipants,
        Participants = Participants.Each(wire => wire.ToParticipant()),
    };
}

internal sealed record MeetingParticipantWire(
    string? ParticipantId, string? UserId, string? UserName, DateTimeOffset? JoinTime, TimeSpan? Duration)
{
    public MeetingParticipant ToParticipant() => new(AnswerReading.Needed(ParticipantId, "participant_id"))
    {
        UserId = UserId,
        UserName = UserName,
        JoinedAt = JoinTime,
        Duration = Duration,
    };
}
