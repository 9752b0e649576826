using System.Buffers.Binary;

namespace Numeroly.StandIn.Recordings;

/// <summary>
/// The file behind a recording's link: a soft tone that swells once a second, as long as the recording but at most
/// a minute. WAV, 8 kHz, mono, 16 bit; made anew for each download, always the same for the same length.
/// </summary>
internal static class ToneFile
{
    private const int SamplesPerSecond = 8000;
    private const int LongestSeconds = 60;
    private const int HeaderBytes = 44;
    private const double Hertz = 220;
    private const double Loudness = 0.15 * short.MaxValue;

    public static byte[] Create(int seconds)
    {
        var samples = Math.Min(seconds, LongestSeconds) * SamplesPerSecond;
        var file = new byte[HeaderBytes + samples * 2];
        WriteHeader(file, samples * 2);
        for (var i = 0; i < samples; i++)
        {
            var time = (double)i / SamplesPerSecond;
            var swell = Math.Sin(Math.PI * (time % 1));
            var sample = (short)(Loudness * swell * Math.Sin(2 * Math.PI * Hertz * time));
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(HeaderBytes + i * 2), sample);
        }

        return file;
    }

    private static void WriteHeader(Span<byte> file, int dataBytes)
    {
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], HeaderBytes - 8 + dataBytes);
        "WAVEfmt "u8.CopyTo(file[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(file[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(file[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(file[24..], SamplesPerSecond);
        BinaryPrimitives.WriteInt32LittleEndian(file[28..], SamplesPerSecond * 2);
        BinaryPrimitives.WriteInt16LittleEndian(file[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(file[34..], 16);
        "data"u8.CopyTo(file[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[40..], dataBytes);
    }
}
