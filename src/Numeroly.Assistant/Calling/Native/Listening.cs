using Numeroly.Assistant.Calling.Native.Library;
using Numeroly.Assistant.Speaking.Resampling;

namespace Numeroly.Assistant.Calling.Native;

/// <summary>
/// Makes one stream of frames of what everybody with an open microphone says: brings it to our rate and one channel, and adds
/// the voices up. Only one thread at a time may use it.
/// </summary>
internal sealed class Listening(Action<ReadOnlyMemory<short>> heard)
{
    private const int LowestRate = 4_000;
    private const int HighestRate = 192_000;

    private readonly Dictionary<ulong, Voice> _voices = [];

    public void Open(ulong rendererId) => _voices.TryAdd(rendererId, new());

    public void Close(ulong rendererId) => _voices.Remove(rendererId);

    public void Take(Signal.Sound sound)
    {
        if (sound.Rate is < LowestRate or > HighestRate || !_voices.TryGetValue(sound.RendererId, out var voice)) return;
        voice.Add(sound);
        while (_voices.Values.Any(one => one.Count >= SpeechFormat.HeardFrame)) heard(NextFrame());
    }

    private short[] NextFrame()
    {
        var sum = new int[SpeechFormat.HeardFrame];
        foreach (var voice in _voices.Values) voice.AddTo(sum);
        return Array.ConvertAll(sum, sample => (short)Math.Clamp(sample, short.MinValue, short.MaxValue));
    }

    private sealed class Voice
    {
        private readonly List<short> _waiting = [];
        private Resampler? _resampler;
        private int _rate;

        public int Count => _waiting.Count;

        public void Add(Signal.Sound sound)
        {
            if (_resampler is null || _rate != sound.Rate) (_resampler, _rate) = (new(sound.Rate, SpeechFormat.HeardRate), sound.Rate);
            _waiting.AddRange(_resampler.Convert(Mono(sound)));
        }

        public void AddTo(int[] sum)
        {
            var count = Math.Min(sum.Length, _waiting.Count);
            for (var i = 0; i < count; i++) sum[i] += _waiting[i];
            _waiting.RemoveRange(0, count);
        }

        private static short[] Mono(Signal.Sound sound)
        {
            if (sound.Channels == 1) return sound.Samples;
            var mono = new short[sound.Samples.Length / sound.Channels];
            for (var i = 0; i < mono.Length; i++)
            {
                var sum = 0;
                foreach (var sample in sound.Samples.AsSpan(i * sound.Channels, sound.Channels)) sum += sample;
                mono[i] = (short)(sum / sound.Channels);
            }

            return mono;
        }
    }
}
