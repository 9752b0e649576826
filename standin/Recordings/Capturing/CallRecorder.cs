using System.Buffers.Binary;
using Numeroly.StandIn.Calls.Signalling;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Recordings.Capturing;

/// <summary>
/// Brings the sound that a page takes up into the files of the recordings running in its room. A piece is the number of
/// its capture, the position of its first sample in that capture, and the samples; so a piece that comes late, after a
/// break, still finds its place.
/// </summary>
internal sealed class CallRecorder(StandInState state, CaptureAssignment captures, CallAudioFiles files, TimeProvider clock)
{
    private const int HeadBytes = 8;

    public async Task TakeAsync(CallSession session, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        if (piece.Length <= HeadBytes || piece.Length % WaveHeader.BytesPerSample != 0) return;
        var number = BinaryPrimitives.ReadUInt32LittleEndian(piece.Span);
        var position = BinaryPrimitives.ReadUInt32LittleEndian(piece.Span[4..]);
        var samples = piece[HeadBytes..];
        foreach (var (recordingId, first) in Places(session, (int)number, position, samples.Length / WaveHeader.BytesPerSample))
        {
            var cut = (int)Math.Max(0, -first) * WaveHeader.BytesPerSample;
            if (cut < samples.Length) await files.WriteAsync(recordingId, Math.Max(0, first), samples[cut..], cancellationToken);
        }
    }

    /// <summary>Where the piece belongs in each recording; a negative place begins before the recording does.</summary>
    private IReadOnlyList<(string RecordingId, long FirstSample)> Places(CallSession session, int number, long position, int count) => state.Read<IReadOnlyList<(string, long)>>(data =>
    {
        var room = data.Participants[session.SessionId].RoomName;
        if (captures.Find(room, session, number) is not { } capture || !data.Calls.TryGetValue(room, out var call)) return [];
        foreach (var recording in CloudRecorder.Running(data, call).Where(r => !capture.StartIn.ContainsKey(r.Id)))
        {
            // The piece has just been heard, so it ends now.
            capture.StartIn[recording.Id] = WaveHeader.SamplesIn(clock.GetUtcNow() - recording.StartedAt) - count - position;
        }

        return [.. CloudRecorder.Running(data, call).Select(r => (r.Id, capture.StartIn[r.Id] + position))];
    });
}
