using Numeroly.Api.Http;
using Numeroly.Api.Observability;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Api.Webhooks;

/// <summary>The answer to Daily, which only looks at the status.</summary>
public sealed record WebhookReceived(Verdict Verdict);

/// <summary><c>POST /webhooks/daily</c> (criterion 10): kept with a verdict and answered at once, handled afterwards.</summary>
public static class ReceiveDailyWebhookRoute
{
    public const string Path = "/webhooks/daily";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(Path, HandleAsync)
        .WithName("ReceiveDailyWebhook")
        .WithTags("Webhooks")
        .WithSummary("For Daily only: signed events of calls and recordings.")
        .Accepts<System.Text.Json.JsonElement>("application/json")
        .Produces<WebhookReceived>()
        .ProducesProblems(ProblemType.Unauthenticated, ProblemType.TooLarge)
        .AllowAnonymous();

    private static async Task<IResult> HandleAsync(HttpContext context, WebhookIntake intake, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        var headers = new WebhookHeaders(
            context.Request.Headers[WebhookHeaders.SignatureName],
            context.Request.Headers[WebhookHeaders.TimestampName],
            context.Request.Headers.Authorization);

        var verdict = await intake.TakeAsync(headers, body.ToArray(), Correlation.Of(context), cancellation);
        return verdict is Verdict.Forged or Verdict.Late or Verdict.Future
            ? ProblemAnswer.Of(ProblemType.Unauthenticated, "The signature, or its time, is not acceptable.")
            : TypedResults.Ok(new WebhookReceived(verdict));
    }
}
