namespace Numeroly.Daily.Resilience;

/// <summary>Names what went wrong when no whole answer arrived.</summary>
internal static class TransportFailures
{
    public static DailyFailure NotConnected(DailyOperation operation, string info) =>
        new(DailyFailureKind.Unavailable, operation.Name) { Info = info };

    /// <param name="operation">The call.</param>
    /// <param name="status">The status, if the answer had begun.</param>
    /// <param name="fault">What the connection reported; null when time ran out.</param>
    public static DailyFailure From(DailyOperation operation, int? status, HttpRequestException? fault) => fault?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => NotConnected(operation, fault.Message),
        HttpRequestError.ConfigurationLimitExceeded => Sent(DailyFailureKind.Malformed, operation, status, fault.Message),
        null => Sent(DailyFailureKind.TimedOut, operation, status, "no answer within the time allowed"),
        _ => Sent(DailyFailureKind.AnswerLost, operation, status, fault.Message),
    };

    private static DailyFailure Sent(DailyFailureKind kind, DailyOperation operation, int? status, string info) =>
        new(kind, operation.Name) { MayHaveHappened = operation.Effect.LeavesTrace, HttpStatus = status, Info = info };
}
