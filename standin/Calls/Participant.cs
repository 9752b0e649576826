using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Numeroly.StandIn.Calls;

/// <summary>One connection of one person to a call. Coming back is another session.</summary>
internal sealed class Participant
{
    public required string SessionId { get; init; }

    public required string RoomName { get; init; }

    /// <summary>The id from the token; without one, the session id, as at Daily.</summary>
    public required string UserId { get; init; }

    public string? UserName { get; init; }

    public bool Owner { get; init; }

    public required JsonObject Permissions { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Fixed when joining; no later change of room or token moves it.</summary>
    public DateTimeOffset? WillEjectAt { get; init; }

    /// <summary>The meeting session during which this person came in.</summary>
    public required string MeetingId { get; init; }

    public DateTimeOffset? LeftAt { get; set; }

    public LeaveReason? Reason { get; set; }

    /// <summary>Where notices for this person go. After a restart of the stand-in a simulated one stands in again.</summary>
    [JsonIgnore]
    public IParticipantLink Link { get; set; } = new SimulatedLink();

    public TimeSpan TimeInside(DateTimeOffset until) => (LeftAt ?? until) - JoinedAt;
}

/// <summary>Why a session ended.</summary>
internal enum LeaveReason
{
    Left,
    Ejected,

    /// <summary><see cref="Participant.WillEjectAt"/> came.</summary>
    TimeUp,

    /// <summary>The same user joined again in a room that enforces unique user ids.</summary>
    Replaced,
}
