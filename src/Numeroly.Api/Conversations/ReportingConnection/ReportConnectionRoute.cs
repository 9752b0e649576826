using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Observability;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>The network as the app sees it.</summary>
/// <param name="BandwidthKbps">Kilobits per second.</param>
/// <param name="LossPercent">Lost packets, 0 to 100.</param>
public sealed record ReportConnectionRequest(Topology Topology, NetworkQuality Quality, double? BandwidthKbps = null, double? LossPercent = null);

/// <summary>Whether the report told something new, and was kept.</summary>
public sealed record ConnectionReportTaken(bool Changed);

/// <summary><c>POST /conversations/{conversationId}/connection</c> (criteria 38-40).</summary>
public static class ReportConnectionRoute
{
    private const double MostKbps = 10_000_000;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/conversations/{conversationId:guid}/connection", HandleAsync)
        .WithName("ReportConnection")
        .WithSummary("Tell how the network is. Kept only when it changed.")
        .Produces<ConnectionReportTaken>()
        .ProducesProblems(ProblemType.InvalidInput, ProblemType.NotFound, ProblemType.ConversationEnded, ProblemType.IdempotencyKeyReused)
        .Require(Role.User)
        .TakesIdempotencyKey();

    private static async Task<IResult> HandleAsync(
        Guid conversationId,
        ReportConnectionRequest request,
        Caller caller,
        HttpContext context,
        ConversationStore conversations,
        LiveState live,
        Idempotency idempotency,
        CancellationToken cancellation)
    {
        if (new InputErrors()
            .Require(request.BandwidthKbps is null or (>= 0 and <= MostKbps), "bandwidth_kbps", $"must be 0 to {MostKbps:0}.")
            .Require(request.LossPercent is null or (>= 0 and <= 100), "loss_percent", "must be 0 to 100.")
            .Any(out var invalid)) return invalid;

        // Apps report every few seconds and the network rarely changes, so most reports end here, without the database.
        var report = new ConnectionReported(request.Topology, request.Quality, request.BandwidthKbps, request.LossPercent);
        var key = Idempotency.Of(context);
        if (key is null && await live.FindAsync(conversationId) is { HasEnded: false } known && known.UserId == caller.UserId && !ReportingConnection.IsChange(known.Connection, report))
            return TypedResults.Ok(new ConnectionReportTaken(false));

        var outcome = await conversations.DecideAsync(
            conversationId,
            (conversation, _) => ReportingConnection.Decide(conversation, report),
            new Commitment(
                Correlation.Of(context).Causes,
                caller.Owns,
                decided => idempotency.Keep(key, StatusCodes.Status200OK, new ConnectionReportTaken(decided.Events.Count > 0))),
            cancellation);
        return await outcome.ToAnswerAsync(context, idempotency, decided => TypedResults.Ok(new ConnectionReportTaken(decided.Events.Count > 0)));
    }
}
