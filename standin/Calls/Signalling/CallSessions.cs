using System.Text.Json.Nodes;
using Numeroly.StandIn.State;
using Numeroly.StandIn.Tokens;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>
/// The sessions of real pages: their joining, their coming back after a break, and their removal when they stay away
/// for longer than the grace.
/// </summary>
internal sealed class CallSessions(
    StandInState state, LiveCalls calls, CaptureAssignment captures, ResumeKeys keys, Agenda agenda, StandInOptions options, TimeProvider clock)
{
    /// <summary>Lets a page in and answers it, or answers why not. Null: it is not inside.</summary>
    public CallSession? Join(SignallingSocket socket, JsonObject request) => state.Change(data =>
    {
        var token = (string?)request["token"];
        var session = new CallSession(state, captures) { TokenConfig = TokenConfig(token) };
        session.Describe(request);
        var wish = new JoinRequest((string?)request["room"] ?? "", token is null ? new Credential.Nothing() : new Credential.TokenText(token), session)
        {
            UserName = (string?)request["user_name"],
        };
        switch (calls.Join(wish))
        {
            case JoinOutcome.Joined joined:
                Attach(session, socket);
                captures.Reconsider(data, joined.Participant.RoomName);
                var answer = Snapshot(data, joined.Participant, session);
                answer["type"] = "joined";
                answer["resume_key"] = keys.For(session.SessionId);
                answer["grace_ms"] = (long)options.SignallingGrace.TotalMilliseconds;
                session.Send(answer);
                return session;
            case JoinOutcome.Refused refused:
                socket.Send(CallMessages.Ending("refused", (refused.Type, refused.Message)));
                socket.Close();
                return null;
            case var other:
                throw new InvalidOperationException($"A join cannot end as {other}.");
        }
    });

    /// <summary>Takes a session up again, or tells the page that it is gone. Null: it is not inside.</summary>
    public CallSession? Resume(SignallingSocket socket, JsonObject request) => state.Change(data =>
    {
        var id = (string?)request["session_id"] ?? "";
        var participant = keys.Accepts(id, (string?)request["resume_key"] ?? "") ? data.Participants.GetValueOrDefault(id) : null;
        if (participant is not { LeftAt: null, Link: CallSession session })
        {
            socket.Send(CallMessages.Ending("gone", LeaveErrors.Of(participant?.Reason, participant?.EjectionType)));
            socket.Close();
            return null;
        }

        if (session.Faults.UnreachableUntil > clock.GetUtcNow())
        {
            socket.Abort();
            return null;
        }

        session.Socket?.Abort();
        session.Describe(request);
        Attach(session, socket);
        captures.Reconsider(data, participant.RoomName);
        var answer = Snapshot(data, participant, session);
        answer["type"] = "resumed";
        session.Send(answer);
        LiveCalls.Tell(data, data.Calls[participant.RoomName], LiveCalls.Updated(participant), except: id);
        return session;
    });

    /// <summary>A connection ended. Unless the session has another by now, its grace begins.</summary>
    public void Disconnected(CallSession session, SignallingSocket socket) => state.Change(data =>
    {
        if (session.Socket != socket) return;
        session.Socket = null;
        BeginGrace(data, session);
    });

    /// <summary>After a restart of the stand-in: whoever was here through a page has the grace to come back.</summary>
    public void Restore() => state.Change(data =>
    {
        foreach (var participant in data.Calls.Values.SelectMany(data.PresentIn).Where(p => p.ComesFromPage))
        {
            var session = new CallSession(state, captures) { SessionId = participant.SessionId };
            participant.Link = session;
            BeginGrace(data, session);
        }
    });

    private static void Attach(CallSession session, SignallingSocket socket)
    {
        session.Socket = socket;
        session.LostAt = null;
    }

    private void BeginGrace(StandInData data, CallSession session)
    {
        if (data.Participants[session.SessionId].LeftAt is not null) return;
        var lostAt = clock.GetUtcNow();
        session.LostAt = lostAt;
        captures.Reconsider(data, data.Participants[session.SessionId].RoomName);
        agenda.At(lostAt + options.SignallingGrace, _ =>
        {
            if (session.Socket is null && session.LostAt == lostAt) calls.Leave(session.SessionId, LeaveReason.Lost);
        });
    }

    private JsonObject Snapshot(StandInData data, Participant participant, CallSession session) =>
        CallSnapshot.Of(data, participant, session, captures.NumberFor(participant.RoomName, session));

    private JsonObject TokenConfig(string? token) =>
        token is not null && MeetingToken.ClaimsOf(token, options) is { } claims ? TokenProperties.ToProperties(claims) : [];
}
