using System.Text;
using System.Text.Json;
using Numeroly.Bench.World;

namespace Numeroly.Bench.Http;

/// <summary>The request that saves a message in one conversation, written once: only the message's id changes.</summary>
internal sealed class SaveRequest
{
    private readonly byte[] _bytes;
    private readonly int _messageId;

    /// <param name="token">Null where nobody asks for one.</param>
    public SaveRequest(Uri server, Guid conversation, string? token)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { message_id = Guid.Empty, speaker = "user", text = Utterance.Text });
        var authorization = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        var head = $"POST /conversations/{conversation}/messages HTTP/1.1\r\nHost: {server.Authority}\r\n{authorization}"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        _bytes = [.. Encoding.ASCII.GetBytes(head), .. body];
        _messageId = _bytes.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(Guid.Empty.ToString()));
    }

    /// <summary>Of a message that is not saved yet. Valid until the next is asked for.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        Guid.CreateVersion7().TryFormat(_bytes.AsSpan(_messageId), out _);
        return _bytes;
    }
}
