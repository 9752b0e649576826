using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Numeroly.Assistant.Tests.Hearing.Azure;

/// <summary>The service's side of one connection, by Azure's protocol: texts with headers, and sound with a length before its headers.</summary>
public sealed class AzureCall(WebSocket socket, int number, CancellationToken cancellation)
{
    public int Number => number;

    public WebSocket Socket => socket;

    public string? Config { get; private set; }

    public string? Context { get; private set; }

    /// <summary>Bytes of sound, without the wave header.</summary>
    public long SoundBytes { get; private set; }

    public bool HadWaveHeader { get; private set; }

    public double SoundSeconds => SoundBytes / 32_000.0;

    /// <summary>Takes the next message.</summary>
    /// <returns>Whether the client has more to send.</returns>
    public async Task<bool> TakeAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(), cancellation);
            if (received.MessageType == WebSocketMessageType.Close) return false;
            message.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return received.MessageType == WebSocketMessageType.Text ? TakeText(Encoding.UTF8.GetString(message.ToArray())) : TakeSound(message.ToArray());
    }

    /// <summary>Takes sound until there is so much of it, or the client ends it.</summary>
    public async Task<bool> TakeSoundAsync(double seconds)
    {
        while (SoundSeconds < seconds)
        {
            if (!await TakeAsync()) return false;
        }
        return true;
    }

    public async Task TakeAllAsync()
    {
        while (await TakeAsync())
        {
            // Taking is all there is to do.
        }
    }

    public Task SayAsync(string path, object? body = null) => SayRawAsync(
        $"X-RequestId: {Guid.NewGuid():N}\r\nContent-Type: application/json; charset=utf-8\r\nPath: {path}\r\n\r\n{(body is null ? "" : JsonSerializer.Serialize(body))}");

    public Task SayRawAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, cancellation);

    public Task StartAsync() => SayAsync("turn.start", new { context = new { serviceTag = "1" } });

    public Task SupposeAsync(string text) => SayAsync("speech.hypothesis", new { Text = text, Offset = 0, Duration = 0 });

    /// <param name="from">In seconds from the beginning of this connection's sound.</param>
    public Task UnderstandAsync(string text, double confidence, double from, double to) => SayAsync("speech.phrase", new
    {
        RecognitionStatus = "Success",
        Offset = (long)(from * 1e7),
        Duration = (long)((to - from) * 1e7),
        NBest = new[] { new { Confidence = confidence, Lexical = text.ToLowerInvariant(), Display = text } },
    });

    public async Task EndAsync()
    {
        await SayAsync("speech.endDetected", new { Offset = 0 });
        await SayAsync("turn.end");
    }

    private bool TakeText(string text)
    {
        var border = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (headers, body) = (text[..border], text[(border + 4)..]);
        headers.ShouldContain("X-RequestId: ");
        headers.ShouldContain("X-Timestamp: ");
        if (headers.Contains("Path: speech.config", StringComparison.Ordinal)) Config = body;
        else if (headers.Contains("Path: speech.context", StringComparison.Ordinal)) Context = body;
        return true;
    }

    private bool TakeSound(byte[] message)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(message);
        Encoding.ASCII.GetString(message, 2, length).ShouldContain("Path: audio\r\n");
        var body = message.AsSpan(2 + length);
        if (!HadWaveHeader)
        {
            body[..4].SequenceEqual("RIFF"u8).ShouldBeTrue();
            BinaryPrimitives.ReadInt32LittleEndian(body[24..]).ShouldBe(16_000);
            HadWaveHeader = true;
            return true;
        }
        SoundBytes += body.Length;
        return body.Length > 0;
    }
}
