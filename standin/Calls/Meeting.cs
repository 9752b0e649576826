namespace Numeroly.StandIn.Calls;

/// <summary>
/// A meeting session. Its id exists from the first join, but it counts as a meeting only once it has started:
/// a second person came, or one was alone long enough.
/// </summary>
internal sealed class Meeting
{
    public required string Id { get; init; }

    public required string RoomName { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The most people inside at one time.</summary>
    public int MaxParticipants { get; set; }

    /// <summary>Everybody who took part, by session.</summary>
    public List<string> ParticipantIds { get; init; } = [];
}
