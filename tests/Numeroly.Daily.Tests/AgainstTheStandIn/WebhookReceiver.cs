using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Numeroly.Daily.Tests.Fakes;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Daily.Tests.AgainstTheStandIn;

/// <summary>An endpoint for deliveries that judges and reads them as ours will.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(WebhookVerdict Verdict, WebhookBody Body)> _deliveries = new();

    private WebhookReceiver(WebApplication app, WebhookVerifier verifier)
    {
        _app = app;
        _app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var headers = new WebhookHeaders(
                context.Request.Headers[WebhookHeaders.SignatureName],
                context.Request.Headers[WebhookHeaders.TimestampName],
                context.Request.Headers.Authorization);
            _deliveries.Enqueue((verifier.Verify(headers, body.ToArray()), WebhookBody.Parse(body.ToArray())));
        });
    }

    public Uri Address => new(_app.Urls.Single() + "/webhooks/daily");

    public IReadOnlyList<(WebhookVerdict Verdict, WebhookBody Body)> Deliveries => [.. _deliveries];

    public IReadOnlyList<WebhookEvent> Events => [.. Deliveries.Select(one => one.Body).OfType<WebhookBody.Event>().Select(one => one.Value)];

    public static async Task<WebhookReceiver> StartAsync(WebhookVerifier verifier)
    {
        var receiver = new WebhookReceiver(LoopbackServer.Build(), verifier);
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
