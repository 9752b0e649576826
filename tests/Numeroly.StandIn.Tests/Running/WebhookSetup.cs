using System.Text.Json.Nodes;
using Numeroly.Harness;

namespace Numeroly.StandIn.Tests.Running;

/// <summary>Registers webhooks for tests.</summary>
public static class WebhookSetup
{
    public const string Hmac = "bnVtZXJvbHktd2ViaG9vay1rZXk=";

    public static async Task<string> RegisterAsync(this TestStandIn daily, WebhookReceiver receiver, string retryType = "circuit-breaker", params string[] eventTypes)
    {
        var body = new JsonObject { ["url"] = receiver.Url, ["hmac"] = Hmac, ["retryType"] = retryType };
        if (eventTypes.Length > 0) body["eventTypes"] = new JsonArray([.. eventTypes.Select(type => (JsonNode)type)]);
        return (string)(await daily.PostAsync("/v1/webhooks", body.ToJsonString())).ShouldSucceed()["uuid"]!;
    }

    public static Task<Answer> WebhookAsync(this TestStandIn daily, string uuid) => daily.GetAsync($"/v1/webhooks/{uuid}");

    /// <summary>Waits until that many deliveries stand in the ledger, test messages not counted.</summary>
    public static async Task<IReadOnlyList<JsonNode>> DeliveriesAsync(this TestStandIn daily, int count) =>
        await Eventually.BecomesAsync<IReadOnlyList<JsonNode>>(
            async () => [.. (await daily.LedgerAsync())["webhook_deliveries"]!.AsArray().Where(d => (string)d!["kind"]! != "test").Select(d => d!)],
            deliveries => deliveries.Count >= count,
            $"{count} deliveries in the ledger");
}
