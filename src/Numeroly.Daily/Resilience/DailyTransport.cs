using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Numeroly.Daily.Resilience;

/// <summary>Makes a call from first to last: observes it, has its attempts made and reads the answer.</summary>
internal sealed class DailyTransport(Repeating repeating, DailyTelemetry telemetry, ILogger<DailyClient> log, TimeProvider time)
{
    public Deadline DeadlineIn(TimeSpan budget) => Deadline.In(budget, time);

    public async Task<DailyResult<T>> SendAsync<T>(DailyCall call, AnswerReader<T> read, Deadline deadline, CancellationToken cancellationToken)
        where T : class
    {
        using var activity = DailyTelemetry.Begin(call);
        var start = time.GetTimestamp();
        var progress = new CallProgress(call, deadline);
        DailyResult<T>? result = null;
        try
        {
            var last = await repeating.RunAsync(progress, cancellationToken);
            result = last.Failure ?? Read(call.Operation, last.Body.Span, read);
            Log(progress, result.Failure);
            return result;
        }
        finally
        {
            var outcome = result is null ? "Cancelled" : result.Failure?.Kind.ToString() ?? "Success";
            telemetry.Ended(activity, progress, outcome, time.GetElapsedTime(start));
        }
    }

    private static DailyResult<T> Read<T>(DailyOperation operation, ReadOnlySpan<byte> body, AnswerReader<T> read)
        where T : class
    {
        try
        {
            return read(body);
        }
        catch (JsonException fault)
        {
            return new DailyFailure(DailyFailureKind.Malformed, operation.Name)
            {
                MayHaveHappened = operation.Effect.LeavesTrace,
                HttpStatus = 200,
                Info = fault.Message,
            };
        }
    }

    private void Log(CallProgress progress, DailyFailure? failure)
    {
        var (call, operation) = (progress.Call, progress.Call.Operation);
        if (failure is null)
        {
            log.LogDebug("Daily {Operation} for room {Room} done on attempt {Attempt}", operation.Name, call.Room, progress.Attempts);
            return;
        }

        // Daily's own text may quote what was sent; the network's cannot.
        var detail = failure.HttpStatus is null ? failure.Info : failure.Error;
        log.Log(
            Level(failure.Kind),
            "Daily {Operation} for room {Room} failed on attempt {Attempt} as {Kind} with status {Status}: {Detail}",
            operation.Name, call.Room, progress.Attempts, failure.Kind, failure.HttpStatus, detail);
        if (failure.MayHaveHappened && !operation.Effect.Repeatable)
            log.LogWarning("Daily {Operation} for room {Room} may have happened and is not repeated: {Reason}", operation.Name, call.Room, operation.Effect.Why);
    }

    private static LogLevel Level(DailyFailureKind kind) => kind switch
    {
        DailyFailureKind.NotFound or DailyFailureKind.NoCallRunning => LogLevel.Information,
        DailyFailureKind.Unauthorized => LogLevel.Error,
        _ => LogLevel.Warning,
    };
}
