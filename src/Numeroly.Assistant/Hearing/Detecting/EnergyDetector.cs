namespace Numeroly.Assistant.Hearing.Detecting;

/// <summary>
/// Tells voice by loudness over the background and by how often the wave crosses zero: a hum crosses too rarely, hiss too
/// often. Far blunter than <see cref="SileroDetector"/>; stands in for it where that cannot run.
/// </summary>
public sealed class EnergyDetector : IVoiceDetector
{
    private const double QuietestVoiceDecibels = -50;
    private const double RisePerWindow = 0.05;
    private const int FewestCrossings = 6;
    private const int MostCrossings = 170;
    private readonly short[] _window = new short[SileroModel.Window];
    private int _filled;
    private double _background = -60;

    public double? Listen(ReadOnlySpan<short> samples)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(samples.Length, SileroModel.Window, nameof(samples));
        double? probability = null;
        foreach (var sample in samples)
        {
            _window[_filled] = sample;
            if (++_filled == SileroModel.Window) probability = Judge();
        }
        return probability;
    }

    public void Reset()
    {
        _filled = 0;
        _background = -60;
    }

    public void Dispose()
    {
        // Holds nothing.
    }

    private double Judge()
    {
        _filled = 0;
        var (loudness, crossings, peakShare) = Measure(_window);

        // The background follows a quieter sound at once and a louder one by 1.5 dB a second, which speech with its pauses outruns.
        _background = loudness < _background ? Math.Max(loudness, -90) : _background + RisePerWindow;
        if (loudness < QuietestVoiceDecibels || crossings is < FewestCrossings or > MostCrossings) return 0;

        // A click is a few samples far above the rest of the window; voice fills the window.
        var steadiness = Math.Clamp((0.5 - peakShare) / 0.2, 0, 1);
        return steadiness / (1 + Math.Exp(-(loudness - _background - 12) / 2));
    }

    /// <returns>Loudness in dB below full scale, zero crossings, and the loudest sixteenth's share of the energy.</returns>
    private static (double Loudness, int Crossings, double PeakShare) Measure(ReadOnlySpan<short> window)
    {
        double energy = 0, loudest = 0;
        var crossings = 0;
        var length = window.Length / 16;
        for (var part = 0; part < 16; part++)
        {
            double inPart = 0;
            for (var i = part * length; i < (part + 1) * length; i++)
            {
                inPart += (double)window[i] * window[i];
                if (i > 0 && (window[i] < 0) != (window[i - 1] < 0)) crossings++;
            }
            energy += inPart;
            loudest = Math.Max(loudest, inPart);
        }
        var loudness = 10 * Math.Log10((energy / window.Length / (32768d * 32768d)) + 1e-9);
        return (loudness, crossings, energy > 0 ? loudest / energy : 1);
    }
}
