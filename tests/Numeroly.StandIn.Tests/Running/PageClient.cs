using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Tests.Running;

/// <summary>A page as the stand-in's signalling sees one: a bare WebSocket.</summary>
public sealed class PageClient : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly Uri _address;

    private PageClient(TestStandIn daily) =>
        _address = new UriBuilder(daily.Server.BaseUrl) { Scheme = "ws", Path = "/standin/call/signalling" }.Uri;

    /// <summary>What the first answer said: joined, resumed, refused or gone.</summary>
    public JsonNode Answer { get; private set; } = null!;

    public string SessionId => (string)Answer["session_id"]!;

    /// <summary>Asks to join, and waits for the answer.</summary>
    public static Task<PageClient> JoinAsync(TestStandIn daily, string room = "demo", string? token = null, string userName = "An") =>
        ConnectAsync(daily, new() { ["type"] = "join", ["room"] = room, ["token"] = token, ["user_name"] = userName });

    /// <summary>Comes back to a session.</summary>
    public static Task<PageClient> ResumeAsync(TestStandIn daily, PageClient earlier, string? key = null) => ConnectAsync(daily, new()
    {
        ["type"] = "resume",
        ["session_id"] = earlier.SessionId,
        ["resume_key"] = key ?? (string)earlier.Answer["resume_key"]!,
        ["user_name"] = "An",
    });

    public static async Task<PageClient> ConnectAsync(TestStandIn daily, JsonObject first)
    {
        var page = new PageClient(daily);
        await page._socket.ConnectAsync(page._address, TestContext.Current.CancellationToken);
        first["microphone"] ??= new JsonObject { ["state"] = "on" };
        await page.SendAsync(first);
        page.Answer = (await page.NextAsync())!;
        return page;
    }

    public Task SendAsync(JsonObject message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public Task SendAppMessageAsync(JsonNode data, string to = "*") => SendAsync(new() { ["type"] = "app-message", ["to"] = to, ["data"] = data });

    /// <summary>Sends sound the way the call machine does.</summary>
    public Task SendSoundAsync(int capture, int position, short[] samples)
    {
        var piece = new byte[8 + samples.Length * 2];
        BinaryPrimitives.WriteInt32LittleEndian(piece, capture);
        BinaryPrimitives.WriteInt32LittleEndian(piece.AsSpan(4), position);
        Buffer.BlockCopy(samples, 0, piece, 8, samples.Length * 2);
        return _socket.SendAsync(piece, WebSocketMessageType.Binary, true, TestContext.Current.CancellationToken);
    }

    /// <summary>The next message of this type; others are passed over.</summary>
    public async Task<JsonNode> NextAsync(string type)
    {
        while (await NextAsync() is { } message)
        {
            if ((string?)message["type"] == type) return message;
        }

        throw new InvalidOperationException($"The connection ended before a message {type} came.");
    }

    /// <summary>Whatever comes next; null when the connection ends.</summary>
    public async Task<JsonNode?> NextAsync()
    {
        using var whole = new MemoryStream();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Deadline);
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
                if (part.MessageType == WebSocketMessageType.Close) return null;
                whole.Write(buffer, 0, part.Count);
                if (part.EndOfMessage) return JsonNode.Parse(whole.ToArray());
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>Waits until the stand-in has dealt with everything said so far.</summary>
    public async Task SettleAsync()
    {
        await SendAsync(new() { ["type"] = "ping" });
        await NextAsync("pong");
    }

    /// <summary>Breaks the connection without a word.</summary>
    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
