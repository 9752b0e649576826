using System.Buffers.Binary;

namespace Numeroly.Assistant.Speaking.Streaming;

/// <summary>What stands before the samples of a WAV file.</summary>
/// <param name="Length">Bytes before the first sample.</param>
/// <param name="DataBytes">Bytes of samples; more than there will be where the writer did not know.</param>
/// <param name="IsPlain">Whether the samples are 16-bit mono PCM.</param>
internal readonly record struct WaveHeader(int Length, long DataBytes, int Rate, bool IsPlain)
{
    private const int ChunkHeader = 8;

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 && bytes[8..].StartsWith("WAVE"u8);

    /// <summary>Null while the header is not whole yet.</summary>
    public static WaveHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var (rate, isPlain) = (0, false);
        for (var at = 12; at + ChunkHeader <= bytes.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            var body = bytes[(at + ChunkHeader)..];
            if (bytes[at..].StartsWith("data"u8)) return new(at + ChunkHeader, size, rate, isPlain);
            if (bytes[at..].StartsWith("fmt "u8))
            {
                if (body.Length < 16) return null;
                rate = (int)BinaryPrimitives.ReadUInt32LittleEndian(body[4..]);
                isPlain = IsPlainFormat(body);
            }

            at = (int)Math.Min(int.MaxValue - ChunkHeader, at + ChunkHeader + size + (size & 1));
        }

        return null;
    }

    // 1 is PCM; 0xFFFE says that the real format follows, which for 16 bits and one channel is PCM too.
    private static bool IsPlainFormat(ReadOnlySpan<byte> format) =>
        BinaryPrimitives.ReadUInt16LittleEndian(format) is 1 or 0xFFFE
        && BinaryPrimitives.ReadUInt16LittleEndian(format[2..]) == 1
        && BinaryPrimitives.ReadUInt16LittleEndian(format[14..]) == 16;
}
