using System.Net.Http.Headers;
using System.Text;

namespace Numeroly.StandIn.Webhooks;

/// <summary>What a receiver made of a message.</summary>
internal sealed record Attempt(DateTimeOffset At, DeliveryOutcome Outcome, int? Status, double DurationMs)
{
    public bool Succeeded => Outcome == DeliveryOutcome.Delivered;
}

/// <summary>Posts one message to a webhook's address. Only a 200 within the time allowed counts as taken.</summary>
internal sealed class WebhookSender(StandInOptions options, TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<Attempt> PostAsync(WebhookSettings to, SignedMessage message, CancellationToken stopping)
    {
        var at = clock.GetUtcNow();
        var started = clock.GetTimestamp();
        var (outcome, status) = await TryAsync(to, message, stopping);
        return new(at, outcome, status, Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 1));
    }

    public void Dispose() => _http.Dispose();

    private async Task<(DeliveryOutcome Outcome, int? Status)> TryAsync(WebhookSettings to, SignedMessage message, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(options.WebhookTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        using var request = Request(to, message);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var status = (int)response.StatusCode;
            return (status == 200 ? DeliveryOutcome.Delivered : DeliveryOutcome.Refused, status);
        }
        catch (HttpRequestException)
        {
            return (DeliveryOutcome.Unreachable, null);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return (DeliveryOutcome.TimedOut, null);
        }
    }

    private static HttpRequestMessage Request(WebhookSettings to, SignedMessage message)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, to.Url) { Content = content };
        if (message.Timestamp is not null) request.Headers.TryAddWithoutValidation("X-Webhook-Timestamp", message.Timestamp);
        if (message.Signature is not null) request.Headers.TryAddWithoutValidation("X-Webhook-Signature", message.Signature);
        if (to.BasicAuth is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Basic {to.BasicAuth}");
        return request;
    }
}
