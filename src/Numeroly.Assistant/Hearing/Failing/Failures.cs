using System.Net;
using System.Net.Sockets;
using Numeroly.Assistant.Providers;

namespace Numeroly.Assistant.Hearing.Failing;

/// <summary>What an answer over HTTP, or none, says of a recogniser. A service's own words are left out: they can repeat a key or what was said.</summary>
internal static class Failures
{
    public static ProviderException Answered(string provider, HttpStatusCode status) =>
        new(KindOf(status), $"{provider} answered {(int)status}.");

    public static ProviderException Unreachable(string provider, Exception failure) =>
        new(ProviderFailure.Unavailable, $"{provider} cannot be reached{Why(failure)}.", failure);

    public static ProviderException CutOff(string provider, Exception? failure = null) =>
        new(ProviderFailure.CutOff, $"{provider} broke off.", failure);

    public static ProviderException NotBegun(string provider, TimeSpan limit, Exception? failure = null) =>
        new(ProviderFailure.TimedOut, $"{provider} did not begin within {limit.TotalSeconds:0.#} s.", failure);

    public static ProviderException NotUnderstood(string provider, Exception? failure = null) =>
        new(ProviderFailure.Unavailable, $"{provider} answered what its protocol does not know.", failure);

    private static ProviderFailure KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.PaymentRequired => ProviderFailure.NotAllowed,
        HttpStatusCode.TooManyRequests => ProviderFailure.RateLimited,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => ProviderFailure.TimedOut,
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => ProviderFailure.Refused,
        _ => ProviderFailure.Unavailable,
    };

    private static string Why(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request => $" ({request.HttpRequestError})",
        _ when failure.GetBaseException() is SocketException socket => $" ({socket.SocketErrorCode})",
        _ => "",
    };
}
