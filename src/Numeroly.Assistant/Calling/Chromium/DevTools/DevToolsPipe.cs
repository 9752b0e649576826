using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace Numeroly.Assistant.Calling.Chromium.DevTools;

/// <summary>The DevTools protocol's messages on a pair of pipes: JSON texts, each ended by a zero byte.</summary>
internal sealed class DevToolsPipe(Stream fromBrowser, Stream toBrowser) : IAsyncDisposable
{
    private const int LongestMessage = 16 * 1024 * 1024;

    private readonly PipeReader _reader = PipeReader.Create(fromBrowser);
    private readonly SemaphoreSlim _turn = new(1);

    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // Half a message would spoil all that come after it.
            await toBrowser.WriteAsync(message, CancellationToken.None);
            await toBrowser.WriteAsync(new byte[1], CancellationToken.None);
            await toBrowser.FlushAsync(CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The next message; null when the browser closed its end.</summary>
    public async ValueTask<JsonElement?> ReceiveAsync()
    {
        while (true)
        {
            var read = await _reader.ReadAsync();
            if (read.Buffer.PositionOf((byte)0) is { } end)
            {
                var message = Parse(read.Buffer.Slice(0, end));
                _reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return message;
            }

            if (read.IsCompleted) return null;
            if (read.Buffer.Length > LongestMessage) throw new InvalidDataException("The browser sent a message without an end.");
            _reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await toBrowser.DisposeAsync();
        await _reader.CompleteAsync();
        _turn.Dispose();
    }

    private static JsonElement Parse(ReadOnlySequence<byte> message)
    {
        using var document = JsonDocument.Parse(message);
        return document.RootElement.Clone();
    }
}
