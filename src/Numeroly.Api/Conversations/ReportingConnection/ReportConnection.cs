using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Observability;
using Numeroly.Api.Store;
using Numeroly.Events.Conversations;
using Wolverine.Http;

namespace Numeroly.Api.Conversations;

/// <summary>The network as the app sees it.</summary>
/// <param name="BandwidthKbps">Kilobits per second.</param>
/// <param name="LossPercent">Lost packets, 0 to 100.</param>
public sealed record ReportConnectionRequest(Topology Topology, NetworkQuality Quality, double? BandwidthKbps = null, double? LossPercent = null);

/// <summary>Whether the report told something new, and was kept.</summary>
public sealed record ConnectionReportTaken(bool Changed);

/// <summary><c>POST /conversations/{conversationId}/connection</c> (criteria 38-40).</summary>
[Tags("Conversations")]
public static class ReportConnectionEndpoint
{
    private const double MostKbps = 10_000_000;

    [WolverinePost(
        "/conversations/{conversationId:guid}/connection", OperationId = "ReportConnection", Summary = "Tell how the network is. Kept only when it changed.")]
    [Authorize(Roles = Role.User), TakesIdempotencyKey]
    [ProducesResponseType<ConnectionReportTaken>(StatusCodes.Status200OK)]
    [Problems(ProblemType.InvalidInput, ProblemType.NotFound, ProblemType.ConversationEnded, ProblemType.IdempotencyKeyReused)]
    public static async Task<IResult> PostAsync(
        Guid conversationId,
        ReportConnectionRequest request,
        [NotBody] Caller caller,
        HttpContext context,
        GroupCommit commits,
        Idempotency idempotency,
        CancellationToken cancellation)
    {
        if (new InputErrors()
            .Require(request.BandwidthKbps is null or (>= 0 and <= MostKbps), "bandwidth_kbps", $"must be 0 to {MostKbps:0}.")
            .Require(request.LossPercent is null or (>= 0 and <= 100), "loss_percent", "must be 0 to 100.")
            .Any(out var invalid)) return invalid;

        var report = new ConnectionReported(request.Topology, request.Quality, request.BandwidthKbps, request.LossPercent);
        var decided = await commits.DecideAsync(
            conversationId,
            (conversation, _, _) => caller.Owns(conversation)
                ? Events.Conversations.ReportingConnection.Decide(conversation, report)
                : Decision.NoSuchConversation,
            Correlation.Of(context).Causes,
            cancellation,
            done => idempotency.Keep(Idempotency.Of(context), StatusCodes.Status200OK, new ConnectionReportTaken(!done.Events.IsEmpty)));
        return decided.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Ok(new ConnectionReportTaken(!decided.Events.IsEmpty));
    }
}
