using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Numeroly.Assistant.Calling.Chromium.Serving;

/// <summary>The connection to a page: messages and sound, both ways.</summary>
internal sealed class PageLink(WebSocket socket) : IDisposable
{
    private const int LongestMessage = 256 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { AllowOutOfOrderMetadataProperties = true };

    private readonly SemaphoreSlim _turn = new(1);
    private byte[] _buffer = new byte[16 * 1024];

    public Task SendAsync(ToPage message, CancellationToken cancellation) =>
        SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, Json), WebSocketMessageType.Text, cancellation);

    public Task SendSpeechAsync(ReadOnlyMemory<short> samples, CancellationToken cancellation) =>
        SendAsync(ToBytes(samples.Span), WebSocketMessageType.Binary, cancellation);

    /// <summary>Tells what comes from the page until the connection ends, however it ends.</summary>
    public async Task ReceiveAsync(Action<FromPage> onMessage, Action<ReadOnlyMemory<short>> onHeard, CancellationToken cancellation)
    {
        try
        {
            while (await NextAsync(cancellation) is var (type, length) && type != WebSocketMessageType.Close)
            {
                if (type == WebSocketMessageType.Binary) onHeard(ToSamples(_buffer.AsSpan(0, length)));
                else if (JsonSerializer.Deserialize<FromPage>(_buffer.AsSpan(0, length), Json) is { } message) onMessage(message);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or JsonException or InvalidDataException)
        {
            // To the call it is all one: its page cannot be reached any more.
        }
    }

    public void Dispose()
    {
        socket.Abort();
        _turn.Dispose();
    }

    private async Task SendAsync(byte[] message, WebSocketMessageType type, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // A cancelled send would break the connection.
            await socket.SendAsync(message, type, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask<(WebSocketMessageType Type, int Length)> NextAsync(CancellationToken cancellation)
    {
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellation);
            length += part.Count;
            if (part.EndOfMessage) return (part.MessageType, length);
            if (length >= LongestMessage) throw new InvalidDataException("The page sent a message without an end.");
        }
    }

    private static byte[] ToBytes(ReadOnlySpan<short> samples)
    {
        var bytes = MemoryMarshal.AsBytes(samples).ToArray();
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(samples, MemoryMarshal.Cast<byte, short>(bytes.AsSpan()));
        return bytes;
    }

    private static short[] ToSamples(ReadOnlySpan<byte> bytes)
    {
        var samples = MemoryMarshal.Cast<byte, short>(bytes).ToArray();
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(samples, samples);
        return samples;
    }
}
