using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Numeroly.Assistant.Calling.Chromium.Serving;

/// <summary>Where one page gets in: an origin and a secret that only it was given. It may connect once.</summary>
internal sealed class PageDoor(int port, Action<PageDoor> onClosed) : IDisposable
{
    /// <summary>Where the page connects; its other addresses are files.</summary>
    public const string Link = "link";

    private readonly string _secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
    private readonly TaskCompletionSource<PageLink> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _connections;

    // Every name under localhost is this machine, and counts as secure.
    public string Host { get; } = $"c-{RandomNumberGenerator.GetHexString(16, lowercase: true)}.localhost:{port}";

    public Uri Address => new($"http://{Host}/{_secret}/page.html");

    /// <summary>Ends when the page has connected.</summary>
    public Task<PageLink> Connected => _connected.Task;

    /// <summary>The file that is asked for; null to whoever does not know the secret.</summary>
    public string? FileFor(PathString path)
    {
        var parts = path.Value?.Split('/') ?? [];
        return parts is ["", var secret, var file] && Knows(secret) ? file : null;
    }

    public async Task ConnectAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest || http.Request.Headers.Origin != $"http://{Host}" || Interlocked.Increment(ref _connections) > 1)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        using var link = new PageLink(socket);
        _connected.TrySetResult(link);
        await _closed.Task;
    }

    /// <summary>Closes it, and the connection with it.</summary>
    public void Dispose()
    {
        _closed.TrySetResult();
        onClosed(this);
    }

    private bool Knows(string secret) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(_secret));
}
