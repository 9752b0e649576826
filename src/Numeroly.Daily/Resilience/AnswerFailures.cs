using System.Text.Json;
using Numeroly.Daily.Reading;

namespace Numeroly.Daily.Resilience;

/// <summary>Turns an answer that is not 2xx into the failure it stands for: https://docs.daily.co/docs/rest-api/errors.</summary>
internal sealed class AnswerFailures(string? apiKey, TimeProvider time)
{
    private const string BadAuthorizationHeader = "authorization-header-error";

    public DailyFailure From(DailyOperation operation, HttpResponseMessage response, ReadOnlySpan<byte> body)
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
