namespace Numeroly.Assistant.Hearing;

/// <summary>Tells voice from other sound, frame by frame. Has a memory, so each call has one of its own.</summary>
public interface IVoiceDetector : IDisposable
{
    /// <summary>How likely the last window contains voice, 0 to 1; null while a window is not full yet.</summary>
    /// <param name="samples">The next samples at <see cref="Calling.SpeechFormat.HeardRate"/>, of any length up to a window's.</param>
    double? Listen(ReadOnlySpan<short> samples);

    /// <summary>Forgets what it heard, as at the start of a call.</summary>
    void Reset();
}

/// <summary>Makes detectors; loads what they share once.</summary>
public interface IVoiceDetectors
{
    IVoiceDetector Create();
}
