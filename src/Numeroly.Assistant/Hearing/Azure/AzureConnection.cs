using System.Buffers;
using System.Net;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Numeroly.Assistant.Hearing.Failing;
using Numeroly.Assistant.Providers;

namespace Numeroly.Assistant.Hearing.Azure;

/// <summary>One WebSocket connection to Azure Speech, for one request. One may send while another receives.</summary>
internal sealed class AzureConnection : IAsyncDisposable
{
    private const string Provider = "azure";
    private const int LongestMessage = 1 << 20;
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(1);
    private readonly ClientWebSocket _socket = new();
    private readonly string _requestId = Guid.NewGuid().ToString("N");
    private readonly TimeProvider _time;

    private AzureConnection(TimeProvider time) => _time = time;

    /// <exception cref="ProviderException">It cannot be reached, is slow, or does not accept the key.</exception>
    public static async Task<AzureConnection> OpenAsync(Uri address, string key, TimeSpan limit, TimeProvider time, CancellationToken cancellation)
    {
        var connection = new AzureConnection(time);
        var options = connection._socket.Options;
        options.SetRequestHeader("Ocp-Apim-Subscription-Key", key);
        options.SetRequestHeader("X-ConnectionId", Guid.NewGuid().ToString("N"));
        options.CollectHttpResponseDetails = true;

        // A connection that has silently died is noticed even while the service has nothing to say.
        options.KeepAliveInterval = TimeSpan.FromSeconds(5);
        options.KeepAliveTimeout = TimeSpan.FromSeconds(10);

        using var patience = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            await connection._socket.ConnectAsync(address, either.Token);
            return connection;
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException)
        {
            var status = connection._socket.HttpStatusCode;
            connection._socket.Dispose();
            cancellation.ThrowIfCancellationRequested();
            if (patience.IsCancellationRequested) throw Failures.NotBegun(Provider, limit, failure);
            throw (int)status == 0 || status == HttpStatusCode.SwitchingProtocols ? Failures.Unreachable(Provider, failure) : Failures.Answered(Provider, status);
        }
    }

    /// <summary>Says who asks, what helps to understand, and that a wave file follows.</summary>
    public async ValueTask BeginAsync(IReadOnlyList<string> hints, CancellationToken cancellation)
    {
        var config = JsonSerializer.Serialize(new { context = new { system = new { name = "Numeroly", version = "1.0.0", build = "dotnet", lang = "C#" } } });
        var context = hints.Count == 0
            ? "{}"
            : JsonSerializer.Serialize(new { dgi = new { groups = new[] { new { type = "Generic", items = hints.Select(hint => new { text = hint }) } }, bias = 1.0 } });
        await _socket.SendAsync(AzureMessage.Text("speech.config", _requestId, _time.GetUtcNow(), config), WebSocketMessageType.Text, true, cancellation);
        await _socket.SendAsync(AzureMessage.Text("speech.context", _requestId, _time.GetUtcNow(), context), WebSocketMessageType.Text, true, cancellation);
        await _socket.SendAsync(AzureMessage.Audio(_requestId, _time.GetUtcNow(), WaveFile.StreamHeader()), WebSocketMessageType.Binary, true, cancellation);
    }

    public Task SendAsync(ReadOnlyMemory<short> samples, CancellationToken cancellation) =>
        _socket.SendAsync(AzureMessage.Audio(_requestId, _time.GetUtcNow(), samples.Span), WebSocketMessageType.Binary, true, cancellation);

    public Task EndAsync(CancellationToken cancellation) =>
        _socket.SendAsync(AzureMessage.Audio(_requestId, _time.GetUtcNow(), ReadOnlySpan<byte>.Empty), WebSocketMessageType.Binary, true, cancellation);

    /// <summary>What the service says, until it closes the connection.</summary>
    public async IAsyncEnumerable<AzureMessage> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.GetMemory(4096), cancellation);
            if (received.MessageType == WebSocketMessageType.Close) throw Closed(_socket.CloseStatus);

            buffer.Advance(received.Count);
            if (buffer.WrittenCount > LongestMessage) throw Failures.NotUnderstood(Provider);
            if (!received.EndOfMessage) continue;

            if (received.MessageType == WebSocketMessageType.Text) yield return AzureMessage.Read(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Leaving, _time);
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
    }

    /// <summary>By the codes after which Azure's own clients do not try again: unsupported data, a bad parameter, a broken rule of the protocol.</summary>
    private static ProviderException Closed(WebSocketCloseStatus? status) => status switch
    {
        WebSocketCloseStatus.InvalidMessageType or WebSocketCloseStatus.InvalidPayloadData or WebSocketCloseStatus.ProtocolError or (WebSocketCloseStatus)4000 =>
            Failures.Answered(Provider, HttpStatusCode.BadRequest),
        WebSocketCloseStatus.PolicyViolation => Failures.Answered(Provider, HttpStatusCode.Forbidden),
        _ => Failures.CutOff(Provider),
    };
}
