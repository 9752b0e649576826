using System.Text.Json.Nodes;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.Rest.Properties;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>What a page inside a call may ask for. Calls come inside the state's lock.</summary>
internal sealed class PageRequests(LiveCalls calls, AppMessages messages, CloudRecorder recorder, CaptureAssignment captures)
{
    public void Handle(StandInData data, Participant sender, CallSession session, JsonObject request)
    {
        var call = data.Calls[sender.RoomName];
        switch ((string?)request["type"])
        {
            case "leave":
                calls.Leave(sender.SessionId, LeaveReason.Left);
                session.Socket?.Close();
                break;
            case "state":
                session.Describe(request);
                sender.UserName = (string?)request["user_name"];
                LiveCalls.Tell(data, call, LiveCalls.Updated(sender), except: sender.SessionId);
                break;
            case "app-message":
                messages.FromPage(data, call, sender, request["data"], request["to"]);
                break;
            case "peer":
                if (Inside(data, call, (string?)request["to"])?.Link is CallSession peer)
                    peer.Send(new() { ["type"] = "peer", ["from"] = sender.SessionId, ["signal"] = request["signal"]?.DeepClone() });
                break;
            case "session-data":
                if (SessionDataStore.Change(data, call, request["data"] as JsonObject ?? [], (string?)request["merge"] == "shallow-merge", []) is { } tooLarge)
                    session.Send(new() { ["type"] = "session-data-error", ["message"] = tooLarge.Info });
                break;
            case "update-participant":
                if (sender.MayAdminister("participants") && Inside(data, call, (string?)request["session_id"]) is { } other)
                    Change(data, call, other, request["changes"] as JsonObject ?? []);
                break;
            case "recording-start":
                StartRecording(data, call, sender, session, request["options"] as JsonObject ?? []);
                break;
            case "recording-stop":
                if (sender.MayAdminister("streaming")) recorder.Stop(data, call, Instance(request["options"]), (string?)request["options"]?["type"]);
                break;
            case "transcription-start":
                if (sender.MayAdminister("transcription")) Transcriptions.Start(data, call, request["options"] as JsonObject ?? [], sender.SessionId);
                break;
            case "transcription-stop":
                if (sender.MayAdminister("transcription")) Transcriptions.Stop(data, call, (string?)request["options"]?["instanceId"], sender.SessionId);
                break;
            case "capture-failed":
                session.CannotCapture = true;
                captures.Reconsider(data, sender.RoomName);
                break;
        }
    }

    private void Change(StandInData data, Call call, Participant other, JsonObject changes)
    {
        // Nobody switches on another's microphone; switching it off is all an owner can do.
        if ((bool?)changes["set_audio"] == false) other.Link.Deliver(new("mute", null));
        if (changes["permissions"] is JsonObject permissions && KnownValues.Permissions("permissions", permissions) is null)
            LiveCalls.ChangePermissions(data, call, other, permissions);
        if ((bool?)changes["eject"] == true) calls.Leave(other.SessionId, LeaveReason.Ejected);
    }

    private void StartRecording(StandInData data, Call call, Participant sender, CallSession session, JsonObject options)
    {
        var problem = !sender.MayAdminister("streaming") ? "only an owner may record"
            : RecordingStart.Body.Problem(options) ?? recorder.Start(data, call, RecordingStart.ByPage(options, sender.SessionId)).Refusal?.Info;
        if (problem is not null) session.Send(new() { ["type"] = "recording-error", ["instance_id"] = Instance(options), ["message"] = problem });
    }

    private static string Instance(JsonNode? options) => (string?)options?["instanceId"] ?? RecordingStart.DefaultInstance;

    private static Participant? Inside(StandInData data, Call call, string? sessionId) =>
        sessionId is not null && call.PresentIds.Contains(sessionId) ? data.Participants[sessionId] : null;
}
