using System.ClientModel;
using Anthropic.Exceptions;
using Numeroly.Assistant.Providers;

namespace Numeroly.Assistant.Replying.Models;

/// <summary>Names what went wrong with a model. What its library says may quote keys and texts, and stays behind.</summary>
internal static class ModelFaults
{
    /// <param name="begun">Whether part of the answer had come.</param>
    /// <returns>Null when it is no fault of the model or of the way to it.</returns>
    public static ProviderException? Of(string provider, Exception fault, bool begun) => fault switch
    {
        ProviderException known => known,
        AggregateException { InnerException: { } inner } => Of(provider, inner, begun),
        ClientResultException { Status: not 0 } answered => ProviderFaults.FromStatus(provider, answered.Status),
        AnthropicApiException answered => ProviderFaults.FromStatus(provider, (int)answered.StatusCode),

        // An error in the middle of the stream, such as overloaded_error.
        AnthropicSseException => Broken(provider, begun),
        ClientResultException or AnthropicException => fault.InnerException is { } inner && Of(provider, inner, begun) is { } cause ? cause : Broken(provider, begun),
        OperationCanceledException => Broken(provider, begun),
        _ when ProviderFaults.IsConnection(fault) => ProviderFaults.FromConnection(provider, begun, fault),

        // What the libraries throw on an answer that is not of the protocol.
        FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or NotSupportedException => Broken(provider, begun),
        _ => null,
    };

    private static ProviderException Broken(string provider, bool begun) => begun
        ? new(ProviderFailure.CutOff, $"{provider} broke off.")
        : new(ProviderFailure.Unavailable, $"{provider} did not give an answer that could be read.");
}
