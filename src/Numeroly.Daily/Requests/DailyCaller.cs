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
    /// <param name="send">Sends its request.</param>
    /// <param name="read">Turns the answer into what it says; throws <see cref="JsonException"/> when it lacks something.</param>
    /// <param name="room">The room concerned, for logs and traces.</param>
    /// <param name="deadline">When it must be over; null for the whole budget from now.</param>
    public async Task<DailyResult<T>> AskAsync<TWire, T>(
        DailyOperation operation,
        Func<IDailyApi, DailyCall, Task<TWire>> send,
        Func<TWire, T> read,
        string? room = null,
        Deadline? deadline = null)
        where TWire : class
        where T : class
    {
        var call = new DailyCall(operation, room, deadline ?? StartClock());
        using var activity = DailyTelemetry.Begin(call);
        var start = Time.GetTimestamp();
        DailyResult<T> result;
        try
        {
            result = read(AnswerReading.Needed(await send(Api, call), "content"));
        }
        catch (DailyFailedException failed)
        {
            result = failed.Failure;
        }
        catch (JsonException fault)
        {
            result = FailureNames.OfUnreadable(operation, fault);
        }
        catch (OperationCanceledException)
        {
            Telemetry.Cancelled(activity, call, Time.GetElapsedTime(start));
            throw;
        }

        Telemetry.Ended(activity, call, result.Failure, Time.GetElapsedTime(start));
        return result;
    }

    /// <summary>Makes a call that changes nothing at Daily.</summary>
    public Task<DailyResult<T>> ReadAsync<TWire, T>(
        string operation, Func<IDailyApi, DailyCall, Task<TWire>> send, Func<TWire, T> read, string? room = null)
        where TWire : class
        where T : class =>
        AskAsync(DailyOperation.Reading(operation), send, read, room);

    /// <summary>Makes a call of whose answer only the status counts.</summary>
    public Task<DailyResult<T>> DoAsync<T>(
        DailyOperation operation, Func<IDailyApi, DailyCall, Task> send, T done, string? room = null, Deadline? deadline = null)
        where T : class =>
        AskAsync(
            operation,
            async (api, call) =>
            {
                await send(api, call);
                return done;
            },
            outcome => outcome,
            room,
            deadline);

    /// <summary>Deletes something. What is not there counts as deleted.</summary>
    public async Task<DailyResult<Deleted>> DeleteAsync(
        DailyOperation operation, Func<IDailyApi, DailyCall, Task> send, string? room = null)
    {
        var deleted = await DoAsync(operation, send, new Deleted(WasAlreadyGone: false), room);
        return deleted.Failure?.Kind == DailyFailureKind.NotFound ? new Deleted(WasAlreadyGone: true) : deleted;
    }
}
