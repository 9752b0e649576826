using Numeroly.Daily.Reading;

namespace Numeroly.Daily.Resilience;

/// <summary>What the groups of calls are built on: the transport, and the time each call may take.</summary>
internal sealed class DailyCaller(DailyTransport transport, DailyOptions options, TimeSpan budget)
{
    public DailyCaller(DailyTransport transport, DailyOptions options)
        : this(transport, options, options.TotalBudget)
    {
    }

    /// <summary>The time one attempt needs, for calls made of two steps.</summary>
    public TimeSpan OneAttempt => options.AttemptTimeout;

    public Deadline StartClock() => transport.DeadlineIn(budget);

    public DailyCaller Within(TimeSpan otherBudget) => new(transport, options, otherBudget);

    public Task<DailyResult<T>> SendAsync<T>(DailyCall call, AnswerReader<T> read, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(call, read, StartClock(), cancellationToken);

    public Task<DailyResult<T>> SendAsync<T>(DailyCall call, AnswerReader<T> read, Deadline deadline, CancellationToken cancellationToken)
        where T : class =>
        transport.SendAsync(call, read, deadline, cancellationToken);

    /// <summary>Deletes something. What is not there counts as deleted.</summary>
    public async Task<DailyResult<Deleted>> DeleteAsync(DailyCall call, CancellationToken cancellationToken)
    {
        var deleted = await SendAsync(call, AnswerReading.Just(new Deleted(WasAlreadyGone: false)), cancellationToken);
        return deleted.Failure?.Kind == DailyFailureKind.NotFound ? new Deleted(WasAlreadyGone: true) : deleted;
    }
}
