using Numeroly.Api.Http;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Daily;
using Numeroly.Events.Conversations;

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
    /// <exception cref="DailyFailedException">It counts against it.</exception>
    public static Step ToStep(this DailyFailure failure, ConversationMessage message) =>
        failure.IsTemporary || failure.Kind == DailyFailureKind.Unauthorized
            ? Step.PutOff(message, failure.Describe(), failure.RetryAfter)
            : throw new DailyFailedException(failure.Describe());

    public static string Describe(this DailyFailure failure) =>
        $"{failure.Operation}: {failure.Kind}{(failure.HttpStatus is { } status ? $" ({status} {failure.Error})" : "")} {failure.Info}".TrimEnd();
}

/// <summary>Daily refused what a message asks for, in a way that trying again later does not promise to mend.</summary>
public sealed class DailyFailedException(string what) : Exception(what);
