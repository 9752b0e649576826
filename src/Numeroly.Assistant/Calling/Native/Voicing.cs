using Numeroly.Assistant.Calling.Native.Library;

namespace Numeroly.Assistant.Calling.Native;

/// <summary>
/// Writes our voice to the library, never more than <see cref="MostFrames"/> ahead of what sounds: what the library has cannot be
/// taken back, so falling silent is writing no more. The library says silence in between by itself.
/// </summary>
/// <param name="broken">Called when the library takes no more sound.</param>
internal sealed class Voicing(CallLine line, Action<CallEvent> tell, Action broken, TimeProvider time)
{
    private const int FrameSamples = SpeechFormat.SpokenRate / 50;
    private const int MostFrames = 5;
    private const int WaitingLimit = SpeechFormat.SpokenRate / 2;

    // WebRTC sends sound in pieces of 10 ms; what does not fill one is filled up with silence.
    private const int PieceSamples = SpeechFormat.SpokenRate / 100;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly SpeechQueue _waiting = new();
    private readonly Dictionary<ulong, Frame> _written = [];
    private readonly TaskCompletionSource _silent = Fresh();
    private TaskCompletionSource _changed = Fresh();
    private long _played;
    private long _reported;
    private bool _isSpeaking;
    private bool _hasSounded;
    private bool _isOver;

    /// <summary>Ends when, after <see cref="End"/>, the library holds nothing of ours any more.</summary>
    public Task Silent => _silent.Task;

    private int WrittenSamples => _written.Values.Sum(frame => frame.Count);

    /// <summary>Returns once no more than <see cref="WaitingLimit"/> waits, or when a flush or the end dropped it.</summary>
    public async Task SpeakAsync(ReadOnlyMemory<short> samples, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_isOver || samples.IsEmpty) return;
            _waiting.Add(samples.Span);
            if (!_isSpeaking) (_isSpeaking, _hasSounded) = (true, false);
            Write();
        }

        while (IsTooMuch(out var changed)) await changed.WaitAsync(cancellation);
    }

    /// <summary>Drops what was not written yet.</summary>
    /// <returns>Samples that were played, or will be within the 100 ms that the library holds.</returns>
    public long Flush()
    {
        lock (_gate)
        {
            _waiting.Clear();
            Wake();
            if (_written.Count == 0) Report();
            return _played + WrittenSamples;
        }
    }

    /// <summary>Takes that a frame was said.</summary>
    public void Take(Signal.Written said)
    {
        lock (_gate)
        {
            if (!_written.Remove(said.RequestId, out var frame)) return;
            _played += frame.Count;
            Write();
            Wake();
            Report();
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _isOver = true;
            _waiting.Clear();
            Wake();
            if (_written.Count == 0) _silent.TrySetResult();
        }
    }

    /// <summary>Keeps the library's store full. A frame that is not full goes out only when silence would sound in its place.</summary>
    private void Write()
    {
        while (!_isOver && _written.Count < MostFrames && _waiting.Count > 0 && (_waiting.Count >= FrameSamples || _written.Count <= 1))
        {
            var id = Requests.NextId();
            var frame = new Frame(GC.AllocateArray<short>(FrameSamples, pinned: true));
            frame.Count = _waiting.Take(frame.Samples);
            _written[id] = frame;
            if (TryWrite(id, frame)) continue;
            _written.Remove(id);
            _isOver = true;
            broken();
        }
    }

    // The frame's memory is pinned, and kept until the library has said it: nothing promises that it copies.
    private unsafe bool TryWrite(ulong id, Frame frame)
    {
        var pieces = (frame.Count + PieceSamples - 1) / PieceSamples;
        fixed (short* samples = frame.Samples)
        {
            return DailyCore.WriteFrames(line.Source, samples, 16, SpeechFormat.SpokenRate, 1, (nuint)(pieces * PieceSamples), id, ClientCallbacks.Written, line.Receiver) >= 0;
        }
    }

    private void Report()
    {
        var isSilent = _waiting.Count == 0 && _written.Count == 0;
        if (isSilent && _isOver) _silent.TrySetResult();
        if (!_isSpeaking || !isSilent && _hasSounded && time.GetElapsedTime(_reported) < BetweenReports) return;
        (_reported, _hasSounded, _isSpeaking) = (time.GetTimestamp(), true, !isSilent);
        tell(new CallEvent.Played(_played, isSilent));
    }

    private bool IsTooMuch(out Task changed)
    {
        lock (_gate)
        {
            changed = _changed.Task;
            return _waiting.Count + WrittenSamples > WaitingLimit;
        }
    }

    private void Wake()
    {
        _changed.SetResult();
        _changed = Fresh();
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Frame(short[] samples)
    {
        public short[] Samples { get; } = samples;

        /// <summary>How many of them are speech.</summary>
        public int Count { get; set; }
    }
}
