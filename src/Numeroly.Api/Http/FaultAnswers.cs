using Microsoft.AspNetCore.Diagnostics;
using Numeroly.Api.Store;

namespace Numeroly.Api.Http;

/// <summary>Turns what was thrown into a problem answer. Only our own mistakes become an internal error.</summary>
public sealed class FaultAnswers(ILogger<FaultAnswers> log) : IExceptionHandler
{
    private static readonly TimeSpan StoreBackIn = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested) return true;
        await Answer(exception).ExecuteAsync(httpContext);
        return true;
    }

    private ProblemAnswer Answer(Exception fault)
    {
        switch (fault)
        {
            case BadHttpRequestException bad:
                return UnreadableInput.Answer(bad);
            case StoreBusyException busy:
                return ProblemAnswer.Of(ProblemType.StoreBusy, busy.Message, StoreBackIn);
            case StoreNotReadyException:
            case TimeoutException or OperationCanceledException:
            case not null when DatabaseTrouble.IsAway(fault):
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
}

/// <summary>So many others changed the same conversation at once that the change did not get its turn.</summary>
public sealed class StoreBusyException(string message) : Exception(message);

/// <summary>The database has not been reached, or its schema not been checked, since this process started.</summary>
public sealed class StoreNotReadyException() : Exception("The store is not ready yet.");
