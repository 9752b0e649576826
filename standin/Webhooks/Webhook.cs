using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Webhooks;

/// <summary>The domain's webhook. There is at most one, and it hears of all rooms.</summary>
internal sealed class Webhook
{
    public const string CircuitBreaker = "circuit-breaker";
    public const string Exponential = "exponential";

    private const int FailuresUntilFailed = 3;

    public required string Uuid { get; init; }

    public required WebhookSettings Settings { get; set; }

    public required string DomainId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>A failed webhook is sent nothing until it is updated.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Failures in a row.</summary>
    public int FailedCount { get; set; }

    public DateTimeOffset? LastMomentPushed { get; set; }

    public bool Hears(string eventType) => Settings.EventTypes is not { } types || types.Contains(eventType);

    public void Succeeded(DateTimeOffset now)
    {
        FailedCount = 0;
        LastMomentPushed = now;
    }

    public void Failed()
    {
        FailedCount++;
        HasFailed = Settings.RetryType == CircuitBreaker && FailedCount >= FailuresUntilFailed;
    }

    public void Update(WebhookSettings settings, DateTimeOffset now)
    {
        Settings = settings;
        UpdatedAt = now;
        HasFailed = false;
        FailedCount = 0;
    }

    public JsonObject ToJson() => new()
    {
        ["uuid"] = Uuid,
        ["url"] = Settings.Url,
        ["hmac"] = Settings.Hmac,
        ["basicAuth"] = Settings.BasicAuth,
        ["retryType"] = Settings.RetryType,
        ["eventTypes"] = new JsonArray([.. (Settings.EventTypes ?? WebhookSettings.KnownTypes).Select(type => (JsonNode)type)]),
        ["state"] = HasFailed ? "FAILED" : "ACTIVE",
        ["failedCount"] = FailedCount,
        ["lastMomentPushed"] = LastMomentPushed is { } pushed ? UnixTime.Iso(pushed) : null,
        ["domainId"] = DomainId,
        ["createdAt"] = UnixTime.Iso(CreatedAt),
        ["updatedAt"] = UnixTime.Iso(UpdatedAt),
    };
}
