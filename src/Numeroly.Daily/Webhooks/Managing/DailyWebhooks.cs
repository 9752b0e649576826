using Numeroly.Daily.Resilience;

namespace Numeroly.Daily.Webhooks;

/// <summary>
/// The domain's webhook: https://docs.daily.co/reference/rest-api/webhooks. Creating and updating take as long as our
/// own endpoint takes to answer Daily's test delivery, and fail with <see cref="DailyFailureKind.Refused"/> when it does not.
/// </summary>
public sealed class DailyWebhooks
{
    // Daily itself waits up to 8 s for our endpoint.
    private static readonly TimeSpan TestDelivery = TimeSpan.FromSeconds(15);

    private static readonly DailyOperation List = DailyOperation.Reading("webhooks.list");

    private static readonly DailyOperation Get = DailyOperation.Reading("webhooks.get");

    private static readonly DailyOperation Create = new("webhooks.create", HttpMethod.Post, RateBucketName.General, Effect.OnceOnly(
        "a webhook has no name of ours by which a second one would be refused; the next upkeep sees whether it is there"))
    {
        AttemptTimeoutFloor = TestDelivery,
    };

    private static readonly DailyOperation Update = new("webhooks.update", HttpMethod.Post, RateBucketName.General, Effect.SameWhenRepeated(
        "it sets the same values again"))
    {
        AttemptTimeoutFloor = TestDelivery,
    };

    private static readonly DailyOperation Delete = new("webhooks.delete", HttpMethod.Delete, RateBucketName.General, Effect.SameWhenRepeated(
        "a webhook that is gone stays gone, and the answer 404 says so"));

    private readonly DailyCaller _caller;

    internal DailyWebhooks(DailyCaller caller) => _caller = caller;

    /// <summary>The domain's webhooks, normally none or one.</summary>
    public Task<DailyResult<IReadOnlyList<Webhook>>> ListAsync(CancellationToken cancellationToken) =>
        _caller.SendAsync<IReadOnlyList<Webhook>>(new DailyCall(List, "webhooks"), WebhookWire.ReadAll, cancellationToken);

    public Task<DailyResult<Webhook>> GetAsync(string uuid, CancellationToken cancellationToken) =>
        _caller.SendAsync<Webhook>(new DailyCall(Get, RequestPath.Of("webhooks", uuid)), WebhookWire.ReadOne, cancellationToken);

    /// <summary>Makes a webhook. After a failure that leaves open whether it was made, list before making another.</summary>
    public Task<DailyResult<Webhook>> CreateAsync(WebhookSettings settings, CancellationToken cancellationToken) =>
        _caller.SendAsync<Webhook>(new DailyCall(Create, "webhooks", Body: settings.ToJson()), WebhookWire.ReadOne, cancellationToken);

    /// <summary>Changes a webhook and sets it going again if it had stopped.</summary>
    public Task<DailyResult<Webhook>> UpdateAsync(string uuid, WebhookSettings settings, CancellationToken cancellationToken) =>
        _caller.SendAsync<Webhook>(new DailyCall(Update, RequestPath.Of("webhooks", uuid), Body: settings.ToJson()), WebhookWire.ReadOne, cancellationToken);

    /// <summary>Deletes the webhook. One that is not there counts as deleted.</summary>
    public Task<DailyResult<Deleted>> DeleteAsync(string uuid, CancellationToken cancellationToken) =>
        _caller.DeleteAsync(new DailyCall(Delete, RequestPath.Of("webhooks", uuid)), cancellationToken);
}
