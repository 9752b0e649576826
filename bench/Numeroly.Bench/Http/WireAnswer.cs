using System.Buffers.Text;
using System.Text;

namespace Numeroly.Bench.Http;

/// <summary>An answer as it comes over the wire, with a length or in chunks.</summary>
internal static class WireAnswer
{
    private static ReadOnlySpan<byte> StatusCreated => "HTTP/1.1 201 "u8;

    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;

    private static ReadOnlySpan<byte> Length => "\r\nContent-Length: "u8;

    private static ReadOnlySpan<byte> Chunked => "\r\nTransfer-Encoding: chunked"u8;

    // No text of ours holds line ends as such: they are escaped in JSON.
    private static ReadOnlySpan<byte> LastChunk => "\r\n0\r\n\r\n"u8;

    public static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf(EndOfHead);
        if (end < 0) return false;
        var head = answer[..end];
        if (head.IndexOf(Chunked) >= 0) return answer.EndsWith(LastChunk);
        var at = head.IndexOf(Length);
        if (at < 0 || !Utf8Parser.TryParse(head[(at + Length.Length)..], out int length, out _))
            throw new InvalidOperationException($"The answer does not say how long it is: {Text(answer)}");
        return answer.Length >= end + EndOfHead.Length + length;
    }

    public static void MustBeCreated(ReadOnlySpan<byte> answer)
    {
        if (!answer.StartsWith(StatusCreated)) throw new InvalidOperationException($"Saving was answered with: {Text(answer)}");
    }

    private static string Text(ReadOnlySpan<byte> answer) => Encoding.UTF8.GetString(answer);
}
