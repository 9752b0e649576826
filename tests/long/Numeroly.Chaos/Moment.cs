namespace Numeroly.Chaos;

/// <summary>A step of the API's work as it can be seen from outside: a request to Daily or to the database.</summary>
/// <param name="Name">For people.</param>
/// <param name="Server">Whose wire it passes over.</param>
/// <param name="Bytes">What the request has in it, and no other request of the scenario.</param>
public sealed record Step(string Name, Server Server, string Bytes)
{
    /// <summary>Everything that creating, being in a call, and ending ask of Daily and commit to the database.</summary>
    public static IReadOnlyList<Step> All { get; } =
    [
        new("reserving the key", Server.Database, "insert into wolverine.wolverine_deduplicated_responses"),
        new("creating the room", Server.Daily, "POST /v1/rooms HTTP"),
        new("issuing the token", Server.Daily, "POST /v1/meeting-tokens"),
        new("starting the stream", Server.Database, "room_created"),
        new("keeping a webhook", Server.Database, "webhook_deliveries (id"),
        new("recording a joining", Server.Database, "participant_joined"),
        new("starting the recording", Server.Daily, "/recordings/start"),
        new("saving a message", Server.Database, "message_saved"),
        new("ending", Server.Database, "announce_end"),
        new("announcing the end", Server.Daily, "/send-app-message"),
        new("stopping the recording", Server.Daily, "/recordings/stop"),
        new("completing a message", Server.Database, "sequencer.leave("),
        new("ejecting", Server.Daily, "/eject"),
        new("deleting the room", Server.Daily, "DELETE /v1/rooms/"),
        new("recording the room's end", Server.Database, "room_deleted"),
        new("attaching the recording", Server.Database, "recording_ready"),
    ];
}

public enum Server
{
    Daily,
    Database,
}

/// <summary>When to kill: as the request is about to leave, or as its answer is about to arrive.</summary>
public sealed record Moment(Step Step, bool After)
{
    public override string ToString() => $"{(After ? "after" : "before")} {Step.Name}";
}
