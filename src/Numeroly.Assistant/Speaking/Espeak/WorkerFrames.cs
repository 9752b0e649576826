using System.Buffers.Binary;
using System.Text.Json;

namespace Numeroly.Assistant.Speaking.Espeak;

/// <summary>What goes to and from the worker: four bytes of length, then so many bytes.</summary>
internal static class WorkerFrames
{
    // A piece of sound has 64 KiB; anything much longer is not a frame.
    private const uint Longest = 1024 * 1024;

    public static async Task WriteAsync(Stream stream, Utterance utterance, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(utterance, JsonSerializerOptions.Web);
        var frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)body.Length);
        body.CopyTo(frame, 4);
        await stream.WriteAsync(frame, cancellation);
        await stream.FlushAsync(cancellation);
    }

    /// <exception cref="IOException">The worker is gone, or wrote something else.</exception>
    public static async Task<WorkerFrame> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var head = new byte[5];
        await stream.ReadExactlyAsync(head, cancellation);
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (length is 0 or > Longest) throw new InvalidDataException("The espeak worker wrote something that is no frame.");
        var payload = new byte[length - 1];
        await stream.ReadExactlyAsync(payload, cancellation);
        return new((char)head[4], payload);
    }
}

/// <param name="Kind">s: sound, d: done, f: failed.</param>
internal readonly record struct WorkerFrame(char Kind, ReadOnlyMemory<byte> Payload);
