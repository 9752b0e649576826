using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace Numeroly.Api.Http;

/// <summary>Turns what was thrown into a problem answer. Only our own mistakes become an internal error.</summary>
public sealed partial class FaultAnswers(ILogger<FaultAnswers> log) : IExceptionHandler
{
    static readonly TimeSpan StoreBackIn = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested) return true;
        await Answer(exception).ExecuteAsync(httpContext);
        return true;
    }

    ProblemAnswer Answer(Exception fault)
    {
        switch (fault)
        {
            case BadHttpRequestException bad:
                return BadRequest(bad);
            case StoreBusyException busy:
                return ProblemAnswer.Of(ProblemType.StoreBusy, busy.Message, StoreBackIn);
            case StoreNotReadyException:
            case NpgsqlException { IsTransient: true } or NpgsqlException and not PostgresException:
            case PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" }:
            case TimeoutException or OperationCanceledException:
                log.LogWarning("The store cannot be reached: {Fault}", fault.Message);
                return ProblemAnswer.Of(
                    ProblemType.StoreUnavailable,
                    "Nothing was lost that was acknowledged. Send the same request again, with the same message_id or Idempotency-Key.",
                    StoreBackIn);
            default:
                log.LogError(fault, "A request failed by a mistake of ours");
                return ProblemAnswer.Of(ProblemType.InternalError, "The mistake is ours and has been logged under this correlation id.");
        }
    }

    static ProblemAnswer BadRequest(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => ProblemAnswer.Of(ProblemType.TooLarge, $"A request body holds at most {Limits.BodyBytes} bytes."),
        StatusCodes.Status415UnsupportedMediaType => ProblemAnswer.Of(ProblemType.UnsupportedMediaType, "Send the body as application/json."),
        _ when bad.InnerException is JsonException json => InputErrors.One(
            json.Path is { Length: > 2 } path ? path.TrimStart('$', '.') : "body",
            json.Path is { Length: > 2 } ? "has the wrong type or an unknown value; see the API description." : "must be valid JSON of the described form."),
        _ when BoundParameter().Match(bad.Message) is { Success: true } match => InputErrors.One(
            match.Groups["name"].Value, $"must be {Describe(match.Groups["type"].Value)}."),
        _ => InputErrors.One("body", "is missing or not readable."),
    };

    static string Describe(string type) => type.Split('<', '.').Last(part => part.Length > 0).TrimEnd('>', '?') switch
    {
        "int" or "Int32" or "long" or "Int64" => "a whole number",
        "Guid" => "a UUID",
        "DateTimeOffset" => "an ISO 8601 time with offset, such as 2026-01-31T10:00:00Z",
        "double" or "Double" => "a number",
        var other => $"a {other}",
    };

    [GeneratedRegex("""parameter "(?<type>.+) (?<name>\w+)" from""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoundParameter();
}

/// <summary>So many others changed the same conversation at once that the change did not get its turn.</summary>
public sealed class StoreBusyException(string message) : Exception(message);

/// <summary>The database has not been reached, or its schema not been checked, since this process started.</summary>
public sealed class StoreNotReadyException() : Exception("The store is not ready yet.");
