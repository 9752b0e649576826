using System.Net;
using System.Net.WebSockets;
using Numeroly.Assistant.Calling.Chromium.Serving;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

public sealed class PageServerTests : IAsyncLifetime
{
    // Names under localhost are this machine to a browser; here the address is taken, and the name is in the headers.
    private readonly HttpClient _http = new();
    private PageServer _server = null!;
    private PageDoor _door = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await PageServer.StartAsync(PageFiles.Find(null) ?? throw new InvalidOperationException(PageFiles.Missing), Stop);
        _door = _server.Open();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Who_knows_the_secret_gets_the_page()
    {
        (await GetAsync(_door.Host, _door.Address.AbsolutePath)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_does_not_gets_nothing()
    {
        var path = _door.Address.AbsolutePath;
        var other = _server.Open();

        (await GetAsync(_door.Host, $"/{new string('0', 64)}/page.html")).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(_door.Host, "/page.html")).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(_door.Host, path.Replace("page.html", "..%2fpage.html"))).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(_door.Host, path.Replace("page.html", "package.json"))).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(other.Host, path)).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync("localhost", path)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_of_another_origin_does_not_connect()
    {
        using var socket = new ClientWebSocket();

        await Should.ThrowAsync<WebSocketException>(ConnectAsync(socket, "http://elsewhere.localhost"));

        _door.Connected.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_one_connection_is_let_in_and_closing_the_door_ends_it()
    {
        using var first = new ClientWebSocket();
        using var second = new ClientWebSocket();

        await ConnectAsync(first, $"http://{_door.Host}");
        await Should.ThrowAsync<WebSocketException>(ConnectAsync(second, $"http://{_door.Host}"));
        _door.Dispose();

        await Should.ThrowAsync<WebSocketException>(first.ReceiveAsync(new byte[1].AsMemory(), Stop).AsTask());
        (await GetAsync(_door.Host, _door.Address.AbsolutePath)).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpStatusCode> GetAsync(string host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{_door.Address.Port}{path}"));
        request.Headers.Host = host;
        using var response = await _http.SendAsync(request, Stop);
        return response.StatusCode;
    }

    private Task ConnectAsync(ClientWebSocket socket, string origin)
    {
        socket.Options.SetRequestHeader("Host", _door.Host);
        socket.Options.SetRequestHeader("Origin", origin);
        return socket.ConnectAsync(new Uri($"ws://127.0.0.1:{_door.Address.Port}{_door.Address.AbsolutePath.Replace("page.html", "link")}"), Stop);
    }
}
