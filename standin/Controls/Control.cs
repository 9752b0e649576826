using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Controls;

/// <summary>One thing the control surface can do, with an example body that works.</summary>
internal sealed record Control(string Method, string Path, string Does, string? Body = null)
{
    public static IReadOnlyList<Control> All { get; } =
    [
        new("GET", "/standin/health", "Whether it runs."),
        new("GET", "/standin/ledger", "Everything that happened, with a summary; ?room=demo shows one room."),
        new("DELETE", "/standin/ledger", "Forgets API calls and webhook deliveries; rooms, tokens, sessions and recordings stay."),
        new("POST", "/standin/faults", "Strikes matching calls of the REST API. In the path * is one segment, ** is anything. "
            + "Effects: status (with error, info, retry_after), rate_limit, delay_ms, lost before or after the effect, hang. "
            + "times: how many calls (0: until removed); skip: how many to let through first.",
            """{"method":"POST","path":"/v1/rooms","status":503,"delay_ms":200,"times":2}"""),
        new("POST", "/standin/faults", "The call takes effect, its answer is lost.", """{"method":"DELETE","path":"/v1/rooms/*","lost":"after"}"""),
        new("POST", "/standin/faults", "429 with Retry-After.", """{"path":"/v1/**","rate_limit":true,"retry_after":2}"""),
        new("GET", "/standin/faults", "All faults, and how often each was met."),
        new("DELETE", "/standin/faults", "Removes all faults; /standin/faults/1 removes one."),
        new("POST", "/standin/rooms/demo/participants", "Somebody joins, by the rules of the room. "
            + "token: by the token's rules too; guest: true shows no token at all.",
            """{"user_id":"an","user_name":"An","owner":false}"""),
        new("GET", "/standin/rooms/demo/participants", "Who is inside, and what each was told (app messages and so on)."),
        new("GET", "/standin/calls", "Who is in which call: simulated or from a page, connected or lost since, and who takes up the sound for recordings."),
        new("POST", "/standin/rooms/demo/app-messages", "Somebody inside sends an app message. from: a session or user id; default: the first simulated one.",
            """{"data":{"type":"processing_status","data":{"status":"thinking"}}}"""),
        new("POST", "/standin/rooms/demo/transcription", "Tells the pages what a recogniser would: event started (language, model), "
            + "message (text, is_final, confidence, and who: user_id or session_id), stopped, error (message).",
            """{"event":"message","text":"Số chủ đạo của mình là gì?","is_final":true,"confidence":0.94}"""),
        new("POST", "/standin/rooms/demo/break", "Breaks signalling or media of the pages in a call, or of one (session_id), for some seconds.",
            """{"what":"signalling","seconds":5}"""),
        new("DELETE", "/standin/rooms/demo/break", "Lets everything through again."),
        new("POST", "/standin/rooms/demo/network-quality", "The quality the pages report (good, warning, bad, unknown); state null: what they measure.",
            """{"state":"bad","reasons":["recvPacketLoss"]}"""),
        new("POST", "/standin/rooms/demo/app-message-loss", "Loses app messages to the pages: the next so many, and then a share at random (0 to 1).",
            """{"next":2,"share":0.1}"""),
        new("DELETE", "/standin/rooms/demo/participants", "All leave; /standin/rooms/demo/participants/{session_id}: one leaves."),
        new("POST", "/standin/recordings/{id}/fail", "A recording in progress fails.", """{"error_msg":"the recording worker was lost"}"""),
        new("POST", "/standin/webhooks/policy", "Mishandles events on their way: duplicate, duplicate_new_id, forge (extra copies), "
            + "alter (a copy changed after signing), "
            + "reorder (true or a window), delay_ms, drop (true or how many); for so many events (times) of some types (types).",
            """{"duplicate":1,"reorder":2,"times":10,"types":["participant.joined","participant.left"]}"""),
        new("GET", "/standin/webhooks/policy", "The policy in force."),
        new("DELETE", "/standin/webhooks/policy", "Back to orderly delivery."),
        new("POST", "/standin/webhooks/send", "Sends any event now. signature: good, bad, stale or missing; "
            + "also id, timestamp, extra (more fields for the envelope).",
            """{"type":"meeting.ended","payload":{"room":"demo","meeting_id":"m1","start_ts":1700000000.1,"end_ts":1700000060.2},"signature":"good"}"""),
    ];

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["method"] = Method, ["path"] = Path, ["does"] = Does };
        if (Body is not null) json["body"] = JsonNode.Parse(Body);
        return json;
    }
}
