using Numeroly.StandIn.Rest;

namespace Numeroly.StandIn.Webhooks;

/// <summary>The signed test message a receiver must answer with a quick 200 before a webhook is created or updated.</summary>
internal sealed class ReceiverTest(WebhookSender sender, DeliveryJournal journal, TimeProvider clock, IHostApplicationLifetime life)
{
    private const string Message = """{"test":"test"}""";

    /// <summary>Null if the receiver passed.</summary>
    public async Task<Refusal?> RunAsync(WebhookSettings to)
    {
        var attempt = await sender.PostAsync(to, SignedMessage.Sign(Message, to.Hmac, clock.GetUtcNow()), life.ApplicationStopping);
        journal.Add(new("test", "test", null, DeliveryKind.Test, 1, attempt.At, attempt.Outcome, attempt.Status, attempt.DurationMs));
        return attempt.Succeeded ? null : Refusal.InvalidRequest($"non-200 status code returned from webhook endpoint {to.Url}");
    }
}
