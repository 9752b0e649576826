using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Numeroly.Assistant.Providers;

/// <summary>Names what went wrong with a provider over HTTP, in words that hold no key and nothing that was said.</summary>
internal static class ProviderFaults
{
    /// <summary>What an answer other than 2xx means.</summary>
    public static ProviderException FromStatus(string provider, int status) =>
        new(FailureOf(status), $"{provider} answered with HTTP status {status}.");

    /// <summary>What a connection that could not be made, or broke, means.</summary>
    /// <param name="begun">Whether part of the answer had come.</param>
    public static ProviderException FromConnection(string provider, bool begun, Exception fault)
    {
        // What the network says names hosts and ports; only what a server wrote could quote a key or a text.
        var cause = Innermost(fault) as SocketException ?? fault as HttpRequestException as Exception ?? fault;
        return begun
            ? new ProviderException(ProviderFailure.CutOff, $"{provider} broke off: {cause.GetType().Name}.", cause)
            : new ProviderException(ProviderFailure.Unavailable, $"{provider} cannot be reached: {cause.GetType().Name}.", cause);
    }

    public static ProviderException TooSlow(string provider, bool begun) => new(
        ProviderFailure.TimedOut,
        begun ? $"{provider} began and then kept silent for too long." : $"{provider} did not begin in time.");

    public static ProviderException Refused(string provider, string why) => new(ProviderFailure.Refused, $"{provider} {why}.");

    /// <summary>Whether this is the network, or what came over it, and not a fault of ours.</summary>
    public static bool IsConnection(Exception fault) => fault is HttpRequestException or IOException or SocketException or JsonException;

    private static ProviderFailure FailureOf(int status) => (HttpStatusCode)status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.PaymentRequired => ProviderFailure.NotAllowed,
        HttpStatusCode.TooManyRequests => ProviderFailure.RateLimited,
        HttpStatusCode.RequestTimeout => ProviderFailure.TimedOut,
        >= HttpStatusCode.InternalServerError => ProviderFailure.Unavailable,
        _ => ProviderFailure.Refused,
    };

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;
}
