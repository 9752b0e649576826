using Numeroly.Api.Http;
using Numeroly.Daily;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Conversations;

/// <summary>What each failure of Daily means to whoever waits for it: a person (a problem) or a message (another try).</summary>
public static class DailyProblems
{
    private static readonly TimeSpan DailyBackIn = TimeSpan.FromSeconds(5);

    public static ProblemAnswer ToProblem(this DailyFailure failure) => failure.Kind switch
    {
        DailyFailureKind.Unauthorized => ProblemAnswer.Of(
            ProblemType.DailyUnauthorized, "Our access to Daily is refused. Operators have been told; trying again will not help until they act."),
        DailyFailureKind.RateLimited => ProblemAnswer.Of(ProblemType.DailyBusy, "Try again in a moment.", failure.RetryAfter ?? DailyBackIn),
        DailyFailureKind.Unavailable or DailyFailureKind.AnswerLost or DailyFailureKind.NoCallRunning => ProblemAnswer.Of(
            ProblemType.DailyUnavailable, "Nothing was left behind. Try again in a moment.", failure.RetryAfter ?? DailyBackIn),
        DailyFailureKind.TimedOut => ProblemAnswer.Of(ProblemType.DailyTimedOut, "Nothing was left behind. Try again in a moment.", failure.RetryAfter ?? DailyBackIn),
        _ => ProblemAnswer.Of(ProblemType.DailyRefused, "Daily answered in a way we do not expect. Operators have been told."),
    };

    /// <summary>Daily being away, or not letting us in, is no fault of the message; anything else counts against it.</summary>
    public static Handled ToHandled(this DailyFailure failure) =>
        failure.IsTemporary || failure.Kind == DailyFailureKind.Unauthorized
            ? new Handled.NotNow(failure.Describe(), failure.RetryAfter)
            : new Handled.Failed(failure.Describe());

    public static string Describe(this DailyFailure failure) =>
        $"{failure.Operation}: {failure.Kind}{(failure.HttpStatus is { } status ? $" ({status} {failure.Error})" : "")} {failure.Info}".TrimEnd();
}
