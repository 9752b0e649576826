using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Numeroly.StandIn.Rest;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>What comes in over a socket, one at a time and in order.</summary>
internal interface ISocketReader
{
    void Read(JsonObject message);

    Task ReadAudioAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken);
}

/// <summary>
/// One WebSocket to a page. <see cref="Send"/> only queues, so it may be called inside the state's lock; one writer
/// sends what was queued, in order. A page that does not take in what is sent to it is cut off.
/// </summary>
internal sealed class SignallingSocket(WebSocket socket) : IDisposable
{
    private const int LargestMessage = 256 * 1024;
    private const int MostQueued = 10_000;

    /// <summary>How long a page may take to close its side once this one is closed.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
    private readonly CancellationTokenSource _aborted = new();
    private int _queued;

    public void Send(JsonObject message)
    {
        if (Interlocked.Increment(ref _queued) > MostQueued) Abort();
        else _outgoing.Writer.TryWrite(Encoding.UTF8.GetBytes(JsonAnswer.Text(message)));
    }

    /// <summary>Closes once everything queued is sent.</summary>
    public void Close() => _outgoing.Writer.TryComplete();

    /// <summary>Cuts it off at once, as a broken network does.</summary>
    public void Abort()
    {
        _outgoing.Writer.TryComplete();
        try
        {
            // Elsewhere: what follows the end of a connection must not run inside the caller's change of the state.
            _ = _aborted.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself meanwhile, which is all that was wanted.
        }
    }

    /// <summary>Carries messages both ways until either side ends it.</summary>
    public async Task RunAsync(ISocketReader reader, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping, _aborted.Token);
        var writing = WriteAsync(over.Token);
        try
        {
            await ReadAsync(reader, over.Token);
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            await writing;
        }
    }

    public void Dispose() => _aborted.Dispose();

    private async Task ReadAsync(ISocketReader reader, CancellationToken over)
    {
        try
        {
            while (await ReceiveAsync(over) is { } message)
            {
                if (message.Type == WebSocketMessageType.Binary) await reader.ReadAudioAsync(message.Bytes, over);
                else if (Parse(message.Bytes) is { } json) reader.Read(json);
                else return;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // However a connection ends, what follows is the same.
        }
    }

    /// <summary>The next whole message, or null when the page closes or says too much at once.</summary>
    private async Task<(WebSocketMessageType Type, ReadOnlyMemory<byte> Bytes)?> ReceiveAsync(CancellationToken over)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), over);
            if (part.MessageType == WebSocketMessageType.Close || whole.Length + part.Count > LargestMessage) return null;
            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return (part.MessageType, whole.ToArray());
        }
    }

    private async Task WriteAsync(CancellationToken over)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(over))
            {
                Interlocked.Decrement(ref _queued);
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, over);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, over);
            _aborted.CancelAfter(Farewell);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }

    private static JsonObject? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonNode.Parse(text.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
