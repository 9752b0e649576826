using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Observability;
using Numeroly.Daily.Webhooks;
using Wolverine.Http;

namespace Numeroly.Api.Webhooks;

/// <summary>The answer to Daily, which only looks at the status.</summary>
public sealed record WebhookReceived(Verdict Verdict);

/// <summary><c>POST /webhooks/daily</c> (criterion 10): kept with a verdict and answered at once, handled afterwards.</summary>
[Tags("Webhooks")]
public static class ReceiveDailyWebhookEndpoint
{
    public const string Path = "/webhooks/daily";

    [WolverinePost(Path, OperationId = "ReceiveDailyWebhook", Summary = "For Daily only: signed events of calls and recordings.")]
    [AllowAnonymous]
    [ProducesResponseType<WebhookReceived>(StatusCodes.Status200OK)]
    [Problems(ProblemType.Unauthenticated, ProblemType.TooLarge)]
    public static async Task<IResult> PostAsync(HttpContext context, WebhookIntake intake, CancellationToken cancellation)
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
