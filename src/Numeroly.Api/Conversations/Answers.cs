using Numeroly.Api.Http;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>How what became of a command is answered over HTTP.</summary>
public static class Answers
{
    /// <summary>Absent and not yours answer the same.</summary>
    public static ProblemAnswer NoSuchConversation { get; } = ProblemAnswer.Of(ProblemType.NotFound, "There is no such conversation among yours.");

    public static ProblemAnswer ToProblem(this Refusal refusal) => ProblemAnswer.Of(
        refusal.Kind switch
        {
            RefusalKind.ConversationEnded => ProblemType.ConversationEnded,
            RefusalKind.MessageIdTaken => ProblemType.MessageIdTaken,
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Kind, "Every refusal has its problem type."),
        },
        refusal.Detail);

    /// <summary>The answer to a command: its own when decided, else the problem, or the answer that was given first.</summary>
    public static async Task<IResult> ToAnswerAsync(
        this Outcome outcome, HttpContext context, Idempotency idempotency, Func<Outcome.Decided, IResult> decided) => outcome switch
        {
            Outcome.Decided done => decided(done),
            Outcome.Refused refused => refused.Refusal.ToProblem(),
            Outcome.AlreadyAnswered => await idempotency.ReplayAsync(context) ?? NoSuchConversation,
            _ => NoSuchConversation,
        };
}
