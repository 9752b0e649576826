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

    public string? UserName { get; set; }

    public bool Owner { get; init; }

    public required JsonObject Permissions { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Fixed when joining; no later change of room or token moves it.</summary>
    public DateTimeOffset? WillEjectAt { get; init; }

    /// <summary>The error type of daily-js when that time comes: exp-room, exp-token, or ejected for a time span.</summary>
    public string? EjectionType { get; init; }

    /// <summary>A real page is behind it, not the control surface.</summary>
    public bool ComesFromPage { get; init; }

    /// <summary>The meeting session during which this person came in.</summary>
    public required string MeetingId { get; init; }

    public DateTimeOffset? LeftAt { get; set; }

    public LeaveReason? Reason { get; set; }

    /// <summary>Where notices for this person go. After a restart of the stand-in a simulated one stands in again.</summary>
    [JsonIgnore]
    public IParticipantLink Link { get; set; } = new SimulatedLink();

    /// <param name="what">participants, streaming or transcription.</param>
    public bool MayAdminister(string what) => Permissions["canAdmin"] switch
    {
        JsonArray some => some.Any(entry => (string?)entry == what),
        var all => (bool?)all ?? false,
    };

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

    /// <summary>The connection broke, and the page did not come back within the grace.</summary>
    Lost,
}
