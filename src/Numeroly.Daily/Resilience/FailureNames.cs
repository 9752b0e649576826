using System.Text.Json;
using Numeroly.Daily.Reading;
using Numeroly.Daily.Requests;

namespace Numeroly.Daily.Resilience;

/// <summary>Names what came of a request in place of a whole 2xx answer: https://docs.daily.co/docs/rest-api/errors.</summary>
internal sealed class FailureNames(string? apiKey, TimeProvider time)
{
    private const string BadAuthorizationHeader = "authorization-header-error";

    /// <summary>Names an answer with another status.</summary>
    public DailyFailure OfAnswer(DailyOperation operation, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var status = (int)response.StatusCode;
        var said = Read(body);
        return new DailyFailure(Kind(operation, status, said?.Error), operation.Name)
        {
            // Whoever stands in front of Daily may answer 5xx for a request that went through.
            MayHaveHappened = status >= 500 && operation.Effect.LeavesTrace,
            HttpStatus = status,
            Error = Safe(said?.Error),
            Info = Safe(said?.Info),
            RetryAfter = RetryAfter(response),
        };
    }

    /// <summary>Names what went wrong when no whole answer arrived.</summary>
    /// <param name="operation">The call.</param>
    /// <param name="status">The status, if the answer had begun.</param>
    /// <param name="fault">What the connection reported, or that time ran out.</param>
    public static DailyFailure OfFault(DailyOperation operation, int? status, Exception fault) => fault switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError
        } => NotConnected(operation, fault.Message),

        // The ConnectTimeout: nothing was sent yet.
        OperationCanceledException { InnerException: TimeoutException late } => NotConnected(operation, late.Message),
        OperationCanceledException => Sent(DailyFailureKind.TimedOut, operation, status, "no answer within the time allowed"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            Sent(DailyFailureKind.Malformed, operation, status, fault.Message),
        _ => Sent(DailyFailureKind.AnswerLost, operation, status, fault.Message),
    };

    /// <summary>Names a 2xx answer that is not what Daily documents.</summary>
    public static DailyFailure OfUnreadable(DailyOperation operation, JsonException fault) =>
        Sent(DailyFailureKind.Malformed, operation, status: 200, fault.Message);

    private static DailyFailureKind Kind(DailyOperation operation, int status, string? error) => status switch
    {
        401 or 403 => DailyFailureKind.Unauthorized,
        400 when error == BadAuthorizationHeader => DailyFailureKind.Unauthorized,
        404 => operation.NotFoundMeans,
        429 => DailyFailureKind.RateLimited,
        >= 500 => DailyFailureKind.Unavailable,
        >= 400 => DailyFailureKind.Refused,
        _ => DailyFailureKind.Malformed,
    };

    private static DailyFailure NotConnected(DailyOperation operation, string info) =>
        new(DailyFailureKind.Unavailable, operation.Name) { Info = info };

    private static DailyFailure Sent(DailyFailureKind kind, DailyOperation operation, int? status, string info) =>
        new(kind, operation.Name) { MayHaveHappened = operation.Effect.LeavesTrace, HttpStatus = status, Info = info };

    private static ErrorWire? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DailyJson.Default.ErrorWire);
        }
        catch (JsonException)
        {
            // A proxy's page in place of Daily's JSON: the status still says what happened.
            return null;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private string? Safe(string? said) => string.IsNullOrEmpty(apiKey) ? said : said?.Replace(apiKey, "[secret]");
}

/// <summary>The body of Daily's errors.</summary>
internal sealed record ErrorWire(string? Error, string? Info);
