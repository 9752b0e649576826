using Microsoft.Extensions.Options;
using Numeroly.Daily;
using Numeroly.Daily.Meetings;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Asks Daily who was and is in a call, for when webhooks were missed. Meetings know sessions and how long they lasted,
/// presence knows who is there now; both are some seconds late.
/// </summary>
public sealed class Attendance(DailyClient daily, TimeProvider time, IOptions<ReconcilingOptions> options)
{
    /// <summary>All sessions of a conversation's room that Daily knows of, or why it could not be asked.</summary>
    public async Task<DailyResult<IReadOnlyList<Attending.Attended>>> AskAsync(Conversation conversation, CancellationToken cancellation)
    {
        // Meetings first: who comes in between is then only present, and not somebody that a meeting knows and presence misses.
        var met = new List<MeetingParticipant>();
        var filter = new MeetingFilter { RoomName = conversation.RoomName, From = conversation.CreatedAt.AddMinutes(-1) };
        await foreach (var page in daily.Meetings.ListAllAsync(filter, cancellation))
        {
            if (!page.IsSuccess) return page.Failure;
            met.AddRange(page.Value.Items.SelectMany(meeting => meeting.Participants).Where(participant => participant.JoinedAt is not null));
        }

        var present = await daily.Calls.PresenceAsync(conversation.RoomName, cancellation);
        if (present.Failure is { Kind: not DailyFailureKind.NoCallRunning } away) return away;

        var there = (present.Value ?? []).Where(session => session.SessionId is not null).ToDictionary(session => session.SessionId!, StringComparer.Ordinal);
        var sessions = new Dictionary<string, Attending.Attended>(StringComparer.Ordinal);
        foreach (var participant in met) sessions[participant.SessionId] = From(participant, there.ContainsKey(participant.SessionId));
        foreach (var (id, session) in there.Where(session => session.Value.JoinedAt is not null))
            sessions.TryAdd(id, new Attending.Attended(Rooms.SpeakerOf(session.UserId), id, session.JoinedAt!.Value, null));
        return sessions.Values.OrderBy(session => session.JoinedAt).ToList();
    }

    private Attending.Attended From(MeetingParticipant participant, bool isThere)
    {
        var joinedAt = participant.JoinedAt!.Value;
        var mayBeThere = isThere || time.GetUtcNow() - joinedAt < options.Value.PresenceIsLateBy;
        return new Attending.Attended(
            Rooms.SpeakerOf(participant.UserId), participant.SessionId, joinedAt, mayBeThere ? null : participant.Duration?.TotalSeconds ?? 0);
    }
}
