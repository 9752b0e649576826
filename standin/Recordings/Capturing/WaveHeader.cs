using System.Buffers.Binary;

namespace Numeroly.StandIn.Recordings.Capturing;

/// <summary>The head of a WAV file with what pages send: 24 kHz, mono, 16 bit.</summary>
internal static class WaveHeader
{
    public const int Bytes = 44;
    public const int BytesPerSample = 2;
    private const int SamplesPerSecond = 24_000;

    public static long SamplesIn(TimeSpan time) => (long)(time.TotalSeconds * SamplesPerSecond);

    public static byte[] For(long dataBytes) => For(dataBytes, SamplesPerSecond);

    public static byte[] For(long dataBytes, int samplesPerSecond)
    {
        var header = new byte[Bytes];
        "RIFF"u8.CopyTo(header);
        Write(header, 4, (int)(Bytes - 8 + dataBytes));
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        Write(header, 16, 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), 1);
        Write(header, 24, samplesPerSecond);
        Write(header, 28, samplesPerSecond * BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), 8 * BytesPerSample);
        "data"u8.CopyTo(header.AsSpan(36));
        Write(header, 40, (int)dataBytes);
        return header;
    }

    private static void Write(byte[] header, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(at), value);
}
