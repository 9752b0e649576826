using System.Text.Json;
using Numeroly.Daily.Reading;
using Numeroly.Daily.Resilience;

namespace Numeroly.Daily.Requests;

/// <summary>What the groups of calls are built on: makes a call within its time, reads its answer and names its failure.</summary>
internal sealed record DailyCaller(IDailyApi Api, DailyOptions Options, DailyTelemetry Telemetry, TimeProvider Time)
{
    /// <summary>How long a call may take with all its waiting and repeating.</summary>
    public TimeSpan Budget { get; init; } = Options.TotalBudget;

    /// <summary>The time one attempt needs, for calls made of two steps.</summary>
    public TimeSpan OneAttempt => Options.AttemptTimeout;

    public Deadline StartClock() => Deadline.In(Budget, Time);

    /// <param name="operation">Which call.</param>
    /// <param name="room">The room concerned, for logs and traces.</param>
    /// <param name="send">Sends its request.</param>
    /// <param name="read">Turns the answer into what it says; throws <see cref="JsonException"/> when it lacks something.</param>
    /// <param name="deadline">When it must be over; null for the whole budget from now.</param>
    public async Task<DailyResult<T>> AskAsync<TWire, T>(
        DailyOperation operation,
        string? room,
        Func<IDailyApi, DailyCall, Task<TWire>> send,
        Func<TWire, T> read,
        Deadline? deadline = null)
        where TWire : class
        where T : class
    {
        var call = new DailyCall(operation, room, deadline ?? StartClock());
        using var activity = DailyTelemetry.Begin(call);
        var start = Time.GetTimestamp();
        try
        {
            var result = await ReceiveAsync(call, send, read);
            Telemetry.Ended(activity, call, result.Failure, Time.GetElapsedTime(start));
            return result;
        }
        catch (OperationCanceledException)
        {
            Telemetry.Cancelled(activity, call, Time.GetElapsedTime(start));
            throw;
        }
    }

    /// <summary>Makes a call of whose answer only the status counts.</summary>
    public Task<DailyResult<T>> DoAsync<T>(
        DailyOperation operation, string? room, Func<IDailyApi, DailyCall, Task> send, T done, Deadline? deadline = null)
        where T : class =>
        AskAsync(
            operation,
            room,
            async (api, call) =>
            {
                await send(api, call);
                return done;
            },
            outcome => outcome,
            deadline);

    /// <summary>Deletes something. What is not there counts as deleted.</summary>
    public async Task<DailyResult<Deleted>> DeleteAsync(DailyOperation operation, string? room, Func<IDailyApi, DailyCall, Task> send)
    {
        var deleted = await DoAsync(operation, room, send, new Deleted(WasAlreadyGone: false));
        return deleted.Failure?.Kind == DailyFailureKind.NotFound ? new Deleted(WasAlreadyGone: true) : deleted;
    }

    private async Task<DailyResult<T>> ReceiveAsync<TWire, T>(
        DailyCall call, Func<IDailyApi, DailyCall, Task<TWire>> send, Func<TWire, T> read)
        where TWire : class
        where T : class
    {
        try
        {
            return read(AnswerReading.Needed(await send(Api, call), "content"));
        }
        catch (DailyFailedException failed)
        {
            return failed.Failure;
        }
        catch (JsonException fault)
        {
            return new DailyFailure(DailyFailureKind.Malformed, call.Operation.Name)
            {
                MayHaveHappened = call.Operation.Effect.LeavesTrace,
                HttpStatus = 200,
                Info = fault.Message,
            };
        }
    }
}
