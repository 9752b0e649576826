using Numeroly.StandIn.State;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn.Calls;

/// <summary>
/// When a meeting session begins and ends. It begins when a second person joins or when one has been alone for a
/// while (Daily: 30 s). It ends when all have left and nobody came back within the delay, or when one person has
/// been alone for long (Daily: 10 minutes); who joins that person later begins a new session.
/// </summary>
internal sealed class MeetingSessions(Agenda agenda, WebhookOutbox outbox, StandInOptions options, TimeProvider clock)
{
    /// <summary>The call somebody is about to enter, new or running, with a meeting session that has not ended.</summary>
    public static Call CallFor(StandInData data, string roomName, DateTimeOffset now)
    {
        if (!data.Calls.TryGetValue(roomName, out var call))
            data.Calls[roomName] = call = new Call { RoomName = roomName, MeetingId = NewMeeting(data, roomName, []).Id };
        else if (data.Meetings[call.MeetingId].EndedAt is not null)
            call.MeetingId = NewMeeting(data, roomName, call.PresentIds).Id;

        if (call.PresentIds.Count == 0) call.HostingSince = now;
        return call;
    }

    public void SomebodyJoined(StandInData data, Call call, string sessionId)
    {
        var meeting = data.Meetings[call.MeetingId];
        meeting.ParticipantIds.Add(sessionId);
        meeting.MaxParticipants = Math.Max(meeting.MaxParticipants, call.PresentIds.Count);
        call.EmptySince = null;
        if (call.PresentIds.Count >= 2) Begin(data, meeting);
        NoteAloneness(call);
    }

    public void SomebodyLeft(Call call)
    {
        if (call.PresentIds.Count == 0)
        {
            call.EmptySince = clock.GetUtcNow();
            PlanClosing(call);
        }

        NoteAloneness(call);
    }

    /// <summary>Puts the limits of a stored call back on the agenda.</summary>
    public void Resume(Call call)
    {
        if (call.EmptySince is not null) PlanClosing(call);
        if (call.AloneSince is not null) PlanAloneness(call);
    }

    private static Meeting NewMeeting(StandInData data, string roomName, IReadOnlyList<string> inside)
    {
        var meeting = new Meeting { Id = Guid.NewGuid().ToString(), RoomName = roomName, ParticipantIds = [.. inside] };
        data.Meetings.Add(meeting.Id, meeting);
        return meeting;
    }

    private void Begin(StandInData data, Meeting meeting)
    {
        if (meeting.StartedAt is not null) return;
        meeting.StartedAt = clock.GetUtcNow();
        outbox.Emit(data, ParticipantEvents.Started(meeting));
    }

    private void End(StandInData data, Meeting meeting, DateTimeOffset at)
    {
        if (meeting.StartedAt is null || meeting.EndedAt is not null) return;
        meeting.EndedAt = at;
        outbox.Emit(data, ParticipantEvents.Ended(meeting));
    }

    private void NoteAloneness(Call call)
    {
        call.AloneSince = call.PresentIds.Count == 1 ? clock.GetUtcNow() : null;
        if (call.AloneSince is not null) PlanAloneness(call);
    }

    private void PlanAloneness(Call call)
    {
        var since = call.AloneSince!.Value;
        agenda.At(since + options.MeetingStartsAlone, data =>
        {
            if (call.AloneSince == since) Begin(data, data.Meetings[call.MeetingId]);
        });
        agenda.At(since + options.MeetingEndsAlone, data =>
        {
            if (call.AloneSince == since) End(data, data.Meetings[call.MeetingId], clock.GetUtcNow());
        });
    }

    private void PlanClosing(Call call)
    {
        var since = call.EmptySince!.Value;
        agenda.At(since + options.MeetingEndedDelay, data =>
        {
            if (call.EmptySince != since || !ReferenceEquals(data.Calls.GetValueOrDefault(call.RoomName), call)) return;
            End(data, data.Meetings[call.MeetingId], since);
            data.Calls.Remove(call.RoomName);
        });
    }
}
