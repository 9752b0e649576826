using System.Text.Json.Nodes;
using Numeroly.StandIn.Calls.Signalling;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.Rooms;
using Numeroly.StandIn.State;
using Numeroly.StandIn.Tokens;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn.Calls;

/// <summary>
/// Who is in which call. Every join and every leave goes through here, whoever asks: the control surface, the
/// REST API, the clock, or a real connection.
/// </summary>
internal sealed class LiveCalls(
    StandInState state,
    Agenda agenda,
    MeetingSessions meetings,
    CloudRecorder recorder,
    WebhookOutbox outbox,
    StandInOptions options,
    TimeProvider clock)
{
    public JoinOutcome Join(JoinRequest request) => state.Change<JoinOutcome>(data =>
    {
        var now = clock.GetUtcNow();
        var token = request.Credential switch
        {
            Credential.TokenText shown => MeetingToken.Read(shown.Text, options),
            Credential.VouchedFor vouched => vouched.Token,
            _ => null,
        };
        var room = data.OpenRooms.GetValueOrDefault(request.RoomName);
        var running = data.Calls.GetValueOrDefault(request.RoomName);
        var inside = running is null ? [] : data.PresentIn(running).ToList();
        if (Admission.Refusal(new(room, request.Credential, token, inside, running?.BannedUserIds ?? [], now)) is { } refused) return refused;

        // The call is looked up first: replacing the only one inside neither ends it nor stops its recording.
        var call = MeetingSessions.CallFor(data, request.RoomName, now);
        foreach (var older in Admission.Displaced(room!, token, inside)) Exit(data, call, older, LeaveReason.Replaced);
        var sessionId = Guid.NewGuid().ToString();
        var ejection = Admission.EjectionTime(room!, token, now);
        if (request.Link is CallSession page) page.SessionId = sessionId;
        var participant = new Participant
        {
            SessionId = sessionId,
            RoomName = request.RoomName,
            UserId = token?.UserId ?? sessionId,
            UserName = token?.UserName ?? request.UserName,
            Owner = token?.IsOwner ?? false,
            Permissions = ParticipantPermissions.AtJoin(room!, token),
            JoinedAt = now,
            WillEjectAt = ejection,
            EjectionType = Admission.EjectionType(room!, token, ejection),
            ComesFromPage = request.Link is CallSession,
            MeetingId = call.MeetingId,
            Link = request.Link,
        };
        Enter(data, call, participant);
        StartRecordingByToken(data, call, room!, token, participant);
        if (token is { IsOwner: true, StartsTranscription: true } && call.Transcriptions.Count == 0)
            Transcriptions.Start(data, call, room!.Config["auto_transcription_settings"] as JsonObject ?? [], participant.SessionId);
        return new JoinOutcome.Joined(participant);
    });

    /// <summary>False if the session is not inside any more.</summary>
    public bool Leave(string sessionId, LeaveReason reason) => state.Change(data =>
        data.Participants.TryGetValue(sessionId, out var participant) && Leave(data, participant, reason));

    /// <summary>Tells everybody inside, except one, what happened.</summary>
    public static void Tell(StandInData data, Call call, CallNotice notice, string? except = null)
    {
        foreach (var participant in data.PresentIn(call).Where(p => p.SessionId != except)) participant.Link.Deliver(notice);
    }

    /// <summary>Something about this participant is different now.</summary>
    public static CallNotice Updated(Participant participant) => new("participant-updated", Summary(participant));

    public static void ChangePermissions(StandInData data, Call call, Participant participant, JsonObject change)
    {
        ParticipantPermissions.Overlay(participant.Permissions, change);
        participant.Link.Deliver(new("permissions", participant.Permissions.DeepClone()));
        Tell(data, call, Updated(participant));
    }

    /// <summary>The call in a room as the runtime endpoints see it: somebody is inside, and has been for the lag.</summary>
    public Call? Hosted(StandInData data, string roomName) =>
        data.Calls.TryGetValue(roomName, out var call) && call.PresentIds.Count > 0 && clock.GetUtcNow() - call.HostingSince >= options.CallLag
            ? call
            : null;

    /// <summary>Puts the ejections of a stored state back on the agenda; those whose time passed meanwhile happen at once.</summary>
    public void Resume() => state.Change(data =>
    {
        foreach (var call in data.Calls.Values)
        {
            foreach (var participant in data.PresentIn(call)) PlanEjection(participant);
            meetings.Resume(call);
        }
    });

    private void Enter(StandInData data, Call call, Participant participant)
    {
        data.Participants.Add(participant.SessionId, participant);
        call.PresentIds.Add(participant.SessionId);
        PlanEjection(participant);
        Tell(data, call, new("participant-joined", Summary(participant)), except: participant.SessionId);
        outbox.Emit(data, ParticipantEvents.Joined(participant));
        meetings.SomebodyJoined(data, call, participant.SessionId);
        recorder.AttendanceChanged(data, call);
    }

    private bool Leave(StandInData data, Participant participant, LeaveReason reason)
    {
        if (participant.LeftAt is not null) return false;
        var call = data.Calls[participant.RoomName];
        Exit(data, call, participant, reason);
        recorder.AttendanceChanged(data, call);
        meetings.SomebodyLeft(call);
        return true;
    }

    private void Exit(StandInData data, Call call, Participant participant, LeaveReason reason)
    {
        participant.LeftAt = clock.GetUtcNow();
        participant.Reason = reason;
        call.PresentIds.Remove(participant.SessionId);
        if (reason is not (LeaveReason.Left or LeaveReason.Lost))
            participant.Link.Deliver(new("ejected", reason.ToString()) { ErrorType = participant.EjectionType });
        Tell(data, call, new("participant-left", Summary(participant)));
        outbox.Emit(data, ParticipantEvents.Left(participant));
    }

    private void PlanEjection(Participant participant)
    {
        if (participant.WillEjectAt is { } time) agenda.At(time, data => Leave(data, participant, LeaveReason.TimeUp));
    }

    private void StartRecordingByToken(StandInData data, Call call, Room room, MeetingToken? token, Participant participant)
    {
        if (token is not { StartsCloudRecording: true }) return;
        // Raw tracks and local recordings need an explicit start; a running recording is left alone.
        var type = token.EnabledRecording ?? room.EnabledRecording;
        if (type is not ("cloud" or "cloud-audio-only")) return;
        recorder.Start(data, call, RecordingStart.ByToken(type, token.CloudRecordingOptions, participant.SessionId));
    }

    private static JsonObject Summary(Participant participant) => new()
    {
        ["session_id"] = participant.SessionId,
        ["user_id"] = participant.UserId,
        ["user_name"] = participant.UserName,
        ["owner"] = participant.Owner,
    };
}
