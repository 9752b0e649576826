namespace Numeroly.Assistant.Tests.Calling.Chromium;

/// <summary>A steady tone, and how much of one there is in a recording (Goertzel's algorithm).</summary>
internal static class Tone
{
    public static short[] Samples(int rate, double hertz, double seconds) =>
        [.. Enumerable.Range(0, (int)(rate * seconds)).Select(i => (short)(10_000 * Math.Sin(2 * Math.PI * hertz * i / rate)))];

    /// <summary>For how many seconds the tone is the most of what there is, in steps of 20 ms.</summary>
    public static double Seconds(short[] samples, int rate, double hertz) =>
        samples.Chunk(rate / 50).Count(window => window.Length == rate / 50 && IsTone(window, rate, hertz)) / 50.0;

    /// <summary>Whether a window is loud and consists mostly of the tone.</summary>
    public static bool IsTone(ReadOnlySpan<short> window, int rate, double hertz)
    {
        var coefficient = 2 * Math.Cos(2 * Math.PI * hertz / rate);
        double before = 0, last = 0, energy = 0;
        foreach (var sample in window)
        {
            (before, last) = (last, sample + coefficient * last - before);
            energy += (double)sample * sample;
        }

        var loudness = Math.Sqrt(energy / window.Length);
        var power = (last * last + before * before - coefficient * last * before) / (window.Length / 2.0);
        return loudness > 500 && power > 0.6 * energy;
    }
}
