namespace Numeroly.Assistant.Speaking.Resampling;

/// <summary>The coefficients of a low-pass filter, a Kaiser-windowed sinc, cut into one short filter per position between two input samples.</summary>
internal sealed class Kernel
{
    // 80 dB below, which is under the noise of 16 bits and far under any voice.
    private const double StopBandDecibels = 80;

    // Half the filter's length where no rate is lost: the band between what passes and what does not is about 1 kHz wide then.
    private const int HalfWidth = 48;

    private readonly float[][] _phases;

    public Kernel(int inputRate, int outputRate, int phases)
    {
        var narrowing = Math.Min(1.0, (double)outputRate / inputRate);
        Reach = (int)Math.Ceiling(HalfWidth / narrowing);
        var transition = (StopBandDecibels - 8) / (2.285 * 2 * Math.PI * HalfWidth * 2);
        var cutoff = narrowing * (0.5 - (transition / 2));
        _phases = [.. Enumerable.Range(0, phases).Select(phase => Filter(cutoff, (double)phase / phases))];
    }

    /// <summary>How many input samples on each side have a part in an output sample.</summary>
    public int Reach { get; }

    public ReadOnlySpan<float> Phase(int phase) => _phases[phase];

    private float[] Filter(double cutoff, double offset)
    {
        var taps = new double[2 * Reach];
        for (var i = 0; i < taps.Length; i++)
        {
            var distance = i - (Reach - 1) - offset;
            taps[i] = 2 * cutoff * Sinc(2 * cutoff * distance) * Kaiser(distance / Reach);
        }

        // The same loudness at every phase, or a constant would come out as a tone.
        var sum = taps.Sum();
        return [.. taps.Select(tap => (float)(tap / sum))];
    }

    private static double Sinc(double x) => Math.Abs(x) < 1e-12 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static double Kaiser(double x)
    {
        const double Beta = 0.1102 * (StopBandDecibels - 8.7);
        return Math.Abs(x) >= 1 ? 0 : Bessel(Beta * Math.Sqrt(1 - (x * x))) / Bessel(Beta);
    }

    /// <summary>The modified Bessel function of the first kind and order zero, by its series.</summary>
    private static double Bessel(double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; term > sum * 1e-12; k++)
        {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }

        return sum;
    }
}
