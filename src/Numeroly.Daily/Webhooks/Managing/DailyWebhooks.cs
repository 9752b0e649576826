using System.Text.Json.Nodes;
using Numeroly.Daily.Requests;

namespace Numeroly.Daily.Webhooks;

/// <summary>
/// The domain's webhook: https://docs.daily.co/reference/rest-api/webhooks. Creating and updating take as long as our
/// own endpoint takes to answer Daily's test delivery, and fail with <see cref="DailyFailureKind.Refused"/> when it does not.
/// </summary>
public sealed class DailyWebhooks
{
    // Daily itself waits up to 8 s for our endpoint.
    private static readonly TimeSpan TestDelivery = TimeSpan.FromSeconds(15);

    private static readonly DailyOperation Create = new("webhooks.create", Effect.OnceOnly(
        "a webhook has no name of ours by which a second one would be refused; the next upkeep sees whether it is there"))
    {
        AttemptTimeoutFloor = TestDelivery,
    };

    private static readonly DailyOperation Update = new("webhooks.update", Effect.SameWhenRepeated(
        "it sets the same values again"))
    {
        AttemptTimeoutFloor = TestDelivery,
    };

    private static readonly DailyOperation Delete = new("webhooks.delete", Effect.SameWhenRepeated(
        "a webhook that is gone stays gone, and the answer 404 says so"));

    private readonly DailyCaller _caller;

    internal DailyWebhooks(DailyCaller caller) => _caller = caller;

    /// <summary>The domain's webhooks, normally none or one.</summary>
    public Task<DailyResult<IReadOnlyList<Webhook>>> ListAsync(CancellationToken cancellationToken) =>
        _caller.ReadAsync("webhooks.list", (api, call) => api.ListWebhooks(call, cancellationToken), WebhookWire.ReadAll);

    public Task<DailyResult<Webhook>> GetAsync(string uuid, CancellationToken cancellationToken) =>
        _caller.ReadAsync("webhooks.get", (api, call) => api.GetWebhook(uuid, call, cancellationToken), WebhookWire.ReadOne);

    /// <summary>Makes a webhook. After a failure that leaves open whether it was made, list before making another.</summary>
    public Task<DailyResult<Webhook>> CreateAsync(WebhookSettings settings, CancellationToken cancellationToken) =>
        AskForOneAsync(Create, (api, call) => api.CreateWebhook(settings.ToWire(), call, cancellationToken));

    /// <summary>Changes a webhook and sets it going again if it had stopped.</summary>
    public Task<DailyResult<Webhook>> UpdateAsync(string uuid, WebhookSettings settings, CancellationToken cancellationToken) =>
        AskForOneAsync(Update, (api, call) => api.UpdateWebhook(uuid, settings.ToWire(), call, cancellationToken));

    /// <summary>Deletes the webhook. One that is not there counts as deleted.</summary>
    public Task<DailyResult<Deleted>> DeleteAsync(string uuid, CancellationToken cancellationToken) =>
        _caller.DeleteAsync(Delete, (api, call) => api.DeleteWebhook(uuid, call, cancellationToken));

    private Task<DailyResult<Webhook>> AskForOneAsync(DailyOperation operation, Func<IDailyApi, DailyCall, Task<JsonNode>> send) =>
        _caller.AskAsync(operation, send, WebhookWire.ReadOne);
}
