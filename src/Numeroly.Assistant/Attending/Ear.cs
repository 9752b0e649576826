using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Detecting;

namespace Numeroly.Assistant.Attending;

/// <summary>Listens to a call's sound: tells where voice begins and ends, and keeps the last moments for a turn that has just begun.</summary>
internal sealed class Ear(IVoiceDetector detector, VoiceActivityOptions options) : IDisposable
{
    // 20 ms each.
    private const int KeptFrames = 20;

    // So soft is nothing but a microphone that was closed, or a pause.
    private const int Softest = 100;
    private const int SoftFrames = 2;

    private readonly Queue<ReadOnlyMemory<short>> _recent = new();
    private VoiceActivity _activity;
    private int _soft;

    public bool HearsVoice => _activity.IsSpeaking || _activity.Rising > 0;

    /// <summary>Whether the last moment had voice in it; unlike <see cref="HearsVoice"/>, not in the pauses of speech.</summary>
    public bool HearsVoiceNow => _soft < SoftFrames && (_activity.IsSpeaking ? _activity.LastVoiced == _activity.Heard - 1 : _activity.Rising > 0);

    /// <summary>The sound just before now, the oldest first.</summary>
    public IReadOnlyList<ReadOnlyMemory<short>> Recent => [.. _recent];

    /// <param name="pause">How long a pause ends what is being said now.</param>
    public VoiceChange? Hear(ReadOnlyMemory<short> frame, bool overAssistant, TimeSpan pause)
    {
        _soft = frame.Span.ContainsAnyExceptInRange((short)-Softest, (short)Softest) ? 0 : _soft + 1;
        _recent.Enqueue(frame);
        if (_recent.Count > KeptFrames) _recent.Dequeue();
        if (detector.Listen(frame.Span) is not { } probability) return null;
        (_activity, var change) = _activity.After(probability, overAssistant, options.Hangover == pause ? options : options with { Hangover = pause });
        return change;
    }

    /// <summary>The microphone was closed: what comes next has nothing to do with what was.</summary>
    public void Forget()
    {
        _recent.Clear();
        (_activity, _soft) = (default, 0);
        detector.Reset();
    }

    public void Dispose() => detector.Dispose();
}
