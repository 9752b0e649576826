namespace Numeroly.Assistant.Hearing;

/// <summary>The one pool of connections to recognisers that are asked over HTTP.</summary>
internal sealed class HearingHttp : IDisposable
{
    public HttpClient Client { get; } = new(new SocketsHttpHandler
    {
        // A new address behind a service's name is seen within two minutes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectTimeout = TimeSpan.FromSeconds(5),

        // Following a redirect would take the key along.
        AllowAutoRedirect = false,
        UseCookies = false,
    })
    {
        // Each request has its own time limit.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => Client.Dispose();
}
