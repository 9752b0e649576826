using Numeroly.Api.Http;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>How a refusal is answered over HTTP.</summary>
public static class Refusals
{
    /// <summary>Absent and not yours answer the same.</summary>
    public static ProblemAnswer NoSuchConversation { get; } = Decision.NoSuchConversation.Refusal.ToProblem();

    public static ProblemAnswer ToProblem(this Refusal refusal) => ProblemAnswer.Of(
        refusal.Kind switch
        {
            RefusalKind.ConversationEnded => ProblemType.ConversationEnded,
            RefusalKind.MessageIdTaken => ProblemType.MessageIdTaken,
            RefusalKind.NoSuchConversation => ProblemType.NotFound,
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Kind, "Every refusal has its problem type."),
        },
        refusal.Detail);
}
