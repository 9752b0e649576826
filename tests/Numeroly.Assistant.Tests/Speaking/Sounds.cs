using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Numeroly.Assistant.Tests.Speaking;

/// <summary>Sound as providers send it.</summary>
internal static class Sounds
{
    public static readonly short[] Ramp = [.. Enumerable.Range(-2_000, 4_000).Select(value => (short)(value * 7))];

    public static byte[] Bytes(short[] samples) => MemoryMarshal.AsBytes(samples.AsSpan()).ToArray();

    /// <summary>A WAV file, as a writer that knows its length or one that does not.</summary>
    public static byte[] Wave(short[] samples, int rate, bool knowsLength = true, byte[]? behind = null)
    {
        var header = new byte[44];
        "RIFF"u8.CopyTo(header);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), 16);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), knowsLength ? samples.Length * 2 : 0x7FFF_F000);
        return [.. header, .. Bytes(samples), .. behind ?? []];
    }
}
