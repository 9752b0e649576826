using System.Buffers.Binary;
using Numeroly.StandIn.Recordings.Capturing;

namespace Numeroly.StandIn.Recordings;

/// <summary>
/// The file behind a recording's link: a soft tone that swells once a second, as long as the recording but at most
/// a minute. WAV, 8 kHz, mono, 16 bit; made anew for each download, always the same for the same length.
/// </summary>
internal static class ToneFile
{
    private const int SamplesPerSecond = 8000;
    private const int LongestSeconds = 60;
    private const double Hertz = 220;
    private const double Loudness = 0.15 * short.MaxValue;

    public static byte[] Create(int seconds)
    {
        var samples = Math.Min(seconds, LongestSeconds) * SamplesPerSecond;
        var file = new byte[WaveHeader.Bytes + samples * 2];
        WaveHeader.For(samples * 2, SamplesPerSecond).CopyTo(file, 0);
        for (var i = 0; i < samples; i++)
        {
            var time = (double)i / SamplesPerSecond;
            var swell = Math.Sin(Math.PI * (time % 1));
            var sample = (short)(Loudness * swell * Math.Sin(2 * Math.PI * Hertz * time));
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(WaveHeader.Bytes + i * 2), sample);
        }

        return file;
    }
}
