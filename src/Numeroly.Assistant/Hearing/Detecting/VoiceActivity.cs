using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Hearing.Detecting;

/// <summary>
/// Finds where speech begins and ends in a row of likelihoods, one per window of <see cref="SileroModel.Window"/> samples.
/// A value: the state after a window follows from the state before it, so it can be tested and replayed.
/// </summary>
/// <param name="Heard">Windows so far.</param>
/// <param name="Rising">Windows in a row that reached the onset while nobody was speaking.</param>
/// <param name="Began">The window in which speech began; null while nobody speaks.</param>
/// <param name="Voiced">Windows with voice since then.</param>
/// <param name="LastVoiced">The last of them.</param>
public readonly record struct VoiceActivity(long Heard, int Rising, long? Began, int Voiced, long LastVoiced)
{
    private const double WindowSeconds = (double)SileroModel.Window / SpeechFormat.HeardRate;

    public bool IsSpeaking => Began is not null;

    /// <summary>The state after one more window, and what it changed, if anything.</summary>
    /// <param name="overAssistant">Whether the assistant is audible.</param>
    public (VoiceActivity State, VoiceChange? Change) After(double probability, bool overAssistant, VoiceActivityOptions options)
    {
        var window = Heard;
        var next = this with { Heard = Heard + 1 };
        return Began is { } began ? next.WhileSpeaking(began, window, probability, options) : next.WhileSilent(window, probability, overAssistant, options);
    }

    private (VoiceActivity State, VoiceChange? Change) WhileSilent(long window, double probability, bool overAssistant, VoiceActivityOptions options)
    {
        var rising = probability >= (overAssistant ? options.OnsetOverAssistant : options.Onset) ? Rising + 1 : 0;
        if (rising < options.OnsetWindows) return (this with { Rising = rising }, null);

        var began = window - rising + 1;
        var from = Math.Max(0, (began * SileroModel.Window) - (long)(options.PreRoll.TotalSeconds * SpeechFormat.HeardRate));
        return (this with { Rising = 0, Began = began, Voiced = rising, LastVoiced = window }, new VoiceChange.Started(began * SileroModel.Window, from));
    }

    private (VoiceActivity State, VoiceChange? Change) WhileSpeaking(long began, long window, double probability, VoiceActivityOptions options)
    {
        if (probability >= options.Release) return (this with { Voiced = Voiced + 1, LastVoiced = window }, null);
        if ((window - LastVoiced) * WindowSeconds < options.Hangover.TotalSeconds) return (this, null);

        var silent = this with { Began = null, Voiced = 0, Rising = 0 };
        var (from, to) = (began * SileroModel.Window, (LastVoiced + 1) * SileroModel.Window);
        return (silent, Voiced * WindowSeconds < options.Shortest.TotalSeconds ? new VoiceChange.Misfired(from, to) : new VoiceChange.Ended(from, to));
    }
}

/// <summary>Speech began or ended. Positions are samples at <see cref="SpeechFormat.HeardRate"/> since the detector was made or reset.</summary>
public abstract record VoiceChange
{
    /// <param name="At">Where the voice was first told.</param>
    /// <param name="From">Where to listen from: a little earlier.</param>
    public sealed record Started(long At, long From) : VoiceChange;

    /// <param name="To">Just after the last voice: the pause that told the end came later.</param>
    public sealed record Ended(long From, long To) : VoiceChange;

    /// <summary>What had started was too short to be speech.</summary>
    public sealed record Misfired(long From, long To) : VoiceChange;
}
