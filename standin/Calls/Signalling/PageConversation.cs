using System.Text.Json.Nodes;
using Numeroly.StandIn.Recordings.Capturing;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>What one page says over one connection: first who it is, then what it wants.</summary>
internal sealed class PageConversation(SignallingSocket socket, CallSessions sessions, PageRequests requests, CallRecorder recorder, StandInState state)
    : ISocketReader
{
    private CallSession? _session;

    public void Read(JsonObject message)
    {
        try
        {
            Handle(message);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            // A field of the wrong kind: whoever speaks here is not the call machine.
            socket.Close();
        }
    }

    public Task ReadAudioAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken) =>
        _session is { } session ? recorder.TakeAsync(session, piece, cancellationToken) : Task.CompletedTask;

    public void Ended()
    {
        if (_session is { } session) sessions.Disconnected(session, socket);
    }

    private void Handle(JsonObject message)
    {
        switch ((string?)message["type"])
        {
            case "join" when _session is null:
                _session = sessions.Join(socket, message);
                break;
            case "resume" when _session is null:
                _session = sessions.Resume(socket, message);
                break;
            case "ping":
                socket.Send(new() { ["type"] = "pong" });
                break;
            case not null when _session is { } session:
                state.Change(data =>
                {
                    // What a connection says that was replaced meanwhile, or whose session has ended, is too late.
                    if (session.Socket == socket && data.Participants[session.SessionId] is { LeftAt: null } participant)
                        requests.Handle(data, participant, session, message);
                });
                break;
            default:
                socket.Close();
                break;
        }
    }
}
