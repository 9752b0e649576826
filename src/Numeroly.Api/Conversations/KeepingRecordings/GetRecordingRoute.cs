using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Store;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>Fresh links to a conversation's recording. A call that was interrupted may have several pieces.</summary>
/// <param name="Url">The first piece.</param>
public sealed record RecordingAnswer(string Url, DateTimeOffset? ExpiresAt, double? DurationSeconds, IReadOnlyList<RecordingLinkView> Pieces);

/// <summary><c>GET /conversations/{conversationId}/recording</c> (criteria 09, 45-48).</summary>
public static class GetRecordingRoute
{
    private static readonly TimeSpan AskAgainIn = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/conversations/{conversationId:guid}/recording", HandleAsync)
        .WithName("GetRecording")
        .WithSummary("A fresh link to the recording. Links expire, so fetch one when it is needed.")
        .Produces<RecordingAnswer>()
        .ProducesProblems(ProblemType.NotFound, ProblemType.RecordingPending, ProblemType.RecordingUnavailable, ProblemType.DailyRefused, ProblemType.DailyUnavailable)
        .Require(Role.User);

    private static async Task<IResult> HandleAsync(
        Guid conversationId, Caller caller, ConversationReader conversations, RecordingLinks links, CancellationToken cancellation)
    {
        if (await conversations.LoadAsync(conversationId, cancellation) is not { } conversation || !caller.Owns(conversation))
            return Refusals.NoSuchConversation;

        if (!conversation.Recordings.Exists(recording => recording.Status == RecordingStatus.Ready))
        {
            return conversation.RecordingStatus() == RecordingStatus.Pending
                ? ProblemAnswer.Of(ProblemType.RecordingPending, "Daily is still preparing it; ask again in a moment.", AskAgainIn)
                : ProblemAnswer.Of(ProblemType.RecordingUnavailable, RecordingView.From(conversation, null).FailureReason ?? "Nobody was in the call.");
        }

        var pieces = await links.GetAsync(conversation, cancellation);
        return pieces.Match<IResult>(
            found => TypedResults.Ok(new RecordingAnswer(found[0].Url, found[0].ExpiresAt, found.Sum(piece => piece.DurationSeconds), found)),
            failure => failure.ToProblem());
    }
}
