using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Calls;

/// <summary>
/// What goes on in a room from the first join until the meeting session has ended. Like at Daily it hangs on the
/// room's name and may outlive the room.
/// </summary>
internal sealed class Call
{
    public required string RoomName { get; init; }

    public required string MeetingId { get; set; }

    /// <summary>Sessions inside now, in the order of joining.</summary>
    public List<string> PresentIds { get; init; } = [];

    /// <summary>Recordings taking in sound now.</summary>
    public List<string> RunningRecordingIds { get; init; } = [];

    /// <summary>Since when somebody has been inside without a break.</summary>
    public DateTimeOffset HostingSince { get; set; }

    public DateTimeOffset? AloneSince { get; set; }

    public DateTimeOffset? EmptySince { get; set; }

    /// <summary>Kept for those who come late, gone with the call.</summary>
    public JsonObject SessionData { get; set; } = [];

    /// <summary>What was said when each running transcription started, by instance.</summary>
    public Dictionary<string, JsonObject> Transcriptions { get; init; } = [];

    /// <summary>User ids kept out for as long as the meeting lasts.</summary>
    public HashSet<string> BannedUserIds { get; init; } = [];
}
