using System.Net;

namespace Numeroly.Daily.Resilience;

/// <summary>The one pool of connections to Daily.</summary>
internal sealed class DailyHttp(DailyOptions options) : IDisposable
{
    public HttpClient Client { get; } = new(Handler(options))
    {
        // Each attempt has its own time limit.
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestVersion = HttpVersion.Version11,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    public void Dispose() => Client.Dispose();

    private static SocketsHttpHandler Handler(DailyOptions options) => new()
    {
        // A new address behind Daily's name is seen within two minutes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),

        // Shorter than a balancer's usual minute, so that a request seldom meets a connection being closed.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),

        // Leaves time for the answer, and tells "never sent" from "sent, no answer".
        ConnectTimeout = options.AttemptTimeout / 2,

        // Daily does not redirect; following would take the key along or lose the body.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
    };
}
