using System.Text.Json.Nodes;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>
/// Which page takes up a call's sound for its recordings: one of those connected, and another when that one goes or
/// cannot. Everything here is touched inside the state's lock only.
/// </summary>
internal sealed class CaptureAssignment
{
    private readonly Dictionary<string, Capture> _byRoom = [];
    private int _lastNumber;

    /// <summary>Looks anew who should take up the sound, and tells those for whom that changes.</summary>
    public void Reconsider(StandInData data, string roomName)
    {
        var now = _byRoom.GetValueOrDefault(roomName);
        var next = Suitable(data, roomName, now);
        if (now?.Session == next) return;
        now?.Session.Send(Order(null));
        if (next is null)
        {
            _byRoom.Remove(roomName);
            return;
        }

        _byRoom[roomName] = new(++_lastNumber, next);
        next.Send(Order(_lastNumber));
    }

    public int? NumberFor(string roomName, CallSession session) =>
        _byRoom.GetValueOrDefault(roomName) is { } capture && capture.Session == session ? capture.Number : null;

    /// <summary>The capture of that number, as long as this session holds it.</summary>
    public Capture? Find(string roomName, CallSession session, int number) =>
        _byRoom.GetValueOrDefault(roomName) is { } capture && capture.Session == session && capture.Number == number ? capture : null;

    private static CallSession? Suitable(StandInData data, string roomName, Capture? now)
    {
        if (!data.Calls.TryGetValue(roomName, out var call) || !CloudRecorder.Running(data, call).Any()) return null;
        var able = data.PresentIn(call).Select(p => p.Link).OfType<CallSession>().Where(s => !s.CannotCapture).ToList();
        // Who is only interrupted keeps it when nobody else is there: the page holds what it heard, and brings it.
        var connected = able.Where(s => s.Socket is not null).ToList();
        var candidates = connected.Count > 0 ? connected : able;
        return now is not null && candidates.Contains(now.Session) ? now.Session : candidates.FirstOrDefault();
    }

    private static JsonObject Order(int? number) => new() { ["type"] = "capture", ["capture"] = number };
}

/// <summary>One page taking up sound, under a number of its own.</summary>
internal sealed record Capture(int Number, CallSession Session)
{
    /// <summary>Where in each recording this capture began, in samples.</summary>
    public Dictionary<string, long> StartIn { get; } = [];
}
