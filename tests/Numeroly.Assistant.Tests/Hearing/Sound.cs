using System.Buffers.Binary;
using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Tests.Hearing;

/// <summary>
/// Sounds at 16 kHz. The spoken ones were made with espeak-ng (<c>espeak-ng -v en-us -s 150 -w</c>) and brought to 16 kHz:
/// <c>life-path.en</c> "what is my life path number", <c>birth-date.en</c> "I was born on the third of March nineteen ninety",
/// <c>life-path.vi</c> "con số chủ đạo của tôi là gì".
/// </summary>
public static class Sound
{
    private const int Rate = SpeechFormat.HeardRate;

    public static short[] Spoken(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Hearing", "Sounds", name + ".wav")).AsSpan(44);
        var samples = new short[bytes.Length / 2];
        for (var i = 0; i < samples.Length; i++) samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]);
        return samples;
    }

    public static short[] Silence(double seconds) => new short[(int)(seconds * Rate)];

    public static short[] WhiteNoise(double seconds, double level = 0.05)
    {
        var random = new Random(7);
        return Make(seconds, _ => level * ((2 * random.NextDouble()) - 1));
    }

    /// <summary>Mains hum with its overtones.</summary>
    public static short[] Hum(double seconds) =>
        Make(seconds, t => (0.1 * Math.Sin(2 * Math.PI * 50 * t)) + (0.04 * Math.Sin(2 * Math.PI * 100 * t)) + (0.02 * Math.Sin(2 * Math.PI * 150 * t)));

    /// <summary>Keys struck eight times a second: bursts of noise that die away in 5 ms.</summary>
    public static short[] Keyboard(double seconds)
    {
        var random = new Random(11);
        return Make(seconds, t => 0.5 * ((2 * random.NextDouble()) - 1) * Math.Exp(-(t % 0.125) / 0.002));
    }

    /// <summary>A vowel: pulses of the vocal cords that swing about 120 Hz, through three resonances.</summary>
    public static short[] Vowel(double seconds)
    {
        double phase = 0;
        var resonances = new[] { new Resonance(700, 80), new Resonance(1200, 90), new Resonance(2600, 120) };
        return Make(seconds, t =>
        {
            phase += (120 + (12 * Math.Sin(2 * Math.PI * 3 * t))) / Rate;
            var pulse = phase >= 1 ? 1.0 : 0;
            phase %= 1;
            return resonances.Aggregate(pulse, (sound, resonance) => resonance.Pass(sound)) * 40 * (0.6 + (0.4 * Math.Sin(2 * Math.PI * 4 * t)));
        });
    }

    public static short[] Joined(params short[][] sounds) => [.. sounds.SelectMany(sound => sound)];

    /// <summary>In frames of 20 ms, as a call gives them; the last is filled up with silence.</summary>
    public static IEnumerable<ReadOnlyMemory<short>> Frames(this short[] sound)
    {
        for (var start = 0; start < sound.Length; start += SpeechFormat.HeardFrame)
        {
            var frame = new short[SpeechFormat.HeardFrame];
            sound.AsSpan(start, Math.Min(frame.Length, sound.Length - start)).CopyTo(frame);
            yield return frame;
        }
    }

    public static async IAsyncEnumerable<ReadOnlyMemory<short>> AsTurn(this short[] sound)
    {
        foreach (var frame in sound.Frames())
        {
            await Task.Yield();
            yield return frame;
        }
    }

    private static short[] Make(double seconds, Func<double, double> at)
    {
        var samples = new short[(int)(seconds * Rate)];
        for (var i = 0; i < samples.Length; i++) samples[i] = (short)(Math.Clamp(at((double)i / Rate), -1, 1) * short.MaxValue);
        return samples;
    }

    private sealed class Resonance(double hertz, double bandwidth)
    {
        private readonly double _r = Math.Exp(-Math.PI * bandwidth / Rate);
        private double _last;
        private double _beforeLast;

        public double Pass(double sound)
        {
            var now = (sound * (1 - _r)) + (2 * _r * Math.Cos(2 * Math.PI * hertz / Rate) * _last) - (_r * _r * _beforeLast);
            (_beforeLast, _last) = (_last, now);
            return now;
        }
    }
}
