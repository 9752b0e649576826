using System.Net;

namespace Numeroly.Assistant.Providers;

/// <summary>Connections to one provider, kept open between requests so that the next one need not wait for a handshake.</summary>
internal static class ProviderHttp
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(4);

    public static HttpClient Create() => new(Handler())
    {
        // Each request has its own limits, see Patience.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private static SocketsHttpHandler Handler() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),

        // People pause; a new handshake after each pause would be heard.
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        ConnectTimeout = LongestConnect,

        // Following would take the key along.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
    };
}
