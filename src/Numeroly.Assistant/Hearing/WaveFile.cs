using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Hearing;

/// <summary>Speech at <see cref="SpeechFormat.HeardRate"/> as a wave file.</summary>
internal static class WaveFile
{
    public const int HeaderLength = 44;

    /// <summary>The header of a file whose length is not known yet, as those who stream one write it: with lengths of zero.</summary>
    public static byte[] StreamHeader() => Header(0, 0);

    public static byte[] Of(ReadOnlySpan<short> samples)
    {
        var sound = MemoryMarshal.AsBytes(samples);
        return [.. Header(sound.Length, sound.Length + HeaderLength - 8), .. sound];
    }

    private static byte[] Header(int soundLength, int restLength)
    {
        var header = new byte[HeaderLength];
        Encoding.ASCII.GetBytes("RIFF    WAVEfmt                     data    ").CopyTo(header, 0);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), restLength);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), SpeechFormat.HeardRate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), SpeechFormat.HeardRate * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), 16);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), soundLength);
        return header;
    }
}
