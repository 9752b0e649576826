using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Numeroly.Assistant.Hearing.Azure;

/// <summary>
/// A message of Azure's speech protocol over WebSocket: headers and a body. As text they are parted by an empty line; as
/// binary the headers' length comes first, in two bytes, the higher first.
/// </summary>
internal readonly record struct AzureMessage(string Path, string Body)
{
    public static byte[] Text(string path, string requestId, DateTimeOffset now, string json) =>
        Encoding.UTF8.GetBytes($"{Headers(path, requestId, now)}Content-Type: application/json\r\n\r\n{json}");

    /// <summary>A piece of the wave file that is being sent. An empty one is its end.</summary>
    public static byte[] Audio(string requestId, DateTimeOffset now, ReadOnlySpan<byte> bytes)
    {
        var headers = Encoding.ASCII.GetBytes($"{Headers("audio", requestId, now)}Content-Type: audio/x-wav\r\n");
        var message = new byte[2 + headers.Length + bytes.Length];
        BinaryPrimitives.WriteUInt16BigEndian(message, (ushort)headers.Length);
        headers.CopyTo(message, 2);
        bytes.CopyTo(message.AsSpan(2 + headers.Length));
        return message;
    }

    public static byte[] Audio(string requestId, DateTimeOffset now, ReadOnlySpan<short> samples) =>
        Audio(requestId, now, MemoryMarshal.AsBytes(samples));

    /// <exception cref="FormatException">It names no path.</exception>
    public static AzureMessage Read(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        var border = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        foreach (var line in text[..(border < 0 ? text.Length : border)].Split("\r\n"))
        {
            var colon = line.IndexOf(':');
            if (colon > 0 && line.AsSpan(0, colon).Trim().Equals("Path", StringComparison.OrdinalIgnoreCase))
                return new(line[(colon + 1)..].Trim().ToLowerInvariant(), border < 0 ? "" : text[(border + 4)..]);
        }
        throw new FormatException("A message without a path.");
    }

    private static string Headers(string path, string requestId, DateTimeOffset now) =>
        $"Path: {path}\r\nX-RequestId: {requestId}\r\nX-Timestamp: {now.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}\r\n";
}
