using System.Text.Json.Nodes;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>
/// What happened in a call as the message a page gets. Its other half is <c>call-machine/src/signalling/protocol.ts</c>.
/// </summary>
internal static class CallMessages
{
    /// <summary>Null for what a page need not be told.</summary>
    public static JsonObject? From(StandInData data, CallNotice notice) => notice.Kind switch
    {
        "app-message" => new() { ["type"] = "app-message", ["from"] = notice.From ?? CallSession.Server, ["data"] = notice.Body?.DeepClone() },
        "ejected" => Ending("ejected", LeaveErrors.Of(Enum.Parse<LeaveReason>((string)notice.Body!), notice.ErrorType)),
        "participant-joined" or "participant-updated" => new()
        {
            ["type"] = notice.Kind,
            ["participant"] = Participant(data.Participants[(string)notice.Body!["session_id"]!]),
        },
        "participant-left" => new() { ["type"] = "participant-left", ["session_id"] = (string)notice.Body!["session_id"]! },
        "session-data" => new() { ["type"] = "session-data", ["data"] = notice.Body?.DeepClone() },
        "mute" => new() { ["type"] = "mute" },
        "recording-started" => Recording(data.Recordings[(string)notice.Body!["recording_id"]!], "recording-started"),
        "recording-stopped" => new() { ["type"] = "recording-stopped", ["instance_id"] = (string)notice.Body!["instance_id"]! },
        "recording-error" => new()
        {
            ["type"] = "recording-error",
            ["instance_id"] = (string)notice.Body!["instance_id"]!,
            ["message"] = (string)notice.Body!["message"]!,
        },
        "transcription" => new() { ["type"] = "transcription", ["event"] = notice.Body?.DeepClone() },
        _ => null,
    };

    /// <summary>The end of a session, or a refusal at the door, with the error type of daily-js.</summary>
    public static JsonObject Ending(string type, (string ErrorType, string Message) error) =>
        new() { ["type"] = type, ["error_type"] = error.ErrorType, ["message"] = error.Message };

    /// <summary>A participant as the pages see one.</summary>
    public static JsonObject Participant(Participant p)
    {
        var session = p.Link as CallSession;
        var json = new JsonObject
        {
            ["session_id"] = p.SessionId,
            ["user_id"] = p.UserId,
            ["user_name"] = p.UserName,
            ["owner"] = p.Owner,
            ["joined_at"] = p.JoinedAt.ToUnixTimeMilliseconds(),
            ["will_eject_at"] = p.WillEjectAt?.ToUnixTimeMilliseconds(),
            ["permissions"] = p.Permissions.DeepClone(),
            ["microphone"] = session?.Microphone.DeepClone() ?? new JsonObject { ["state"] = "off", ["reason"] = "byUser" },
            ["simulated"] = session is null,
        };
        if (session?.UserData is { } userData) json["user_data"] = userData.DeepClone();
        return json;
    }

    public static JsonObject Recording(Recording r, string? type = null)
    {
        var json = new JsonObject
        {
            ["recording_id"] = r.Id,
            ["instance_id"] = r.InstanceId,
            ["recording_type"] = r.Type,
            ["layout"] = r.Layout?.DeepClone() ?? new JsonObject { ["preset"] = "default" },
            ["started_by"] = r.StartedBy,
        };
        if (type is not null) json["type"] = type;
        return json;
    }
}
