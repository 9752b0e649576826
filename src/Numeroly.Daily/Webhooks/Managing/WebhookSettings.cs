using System.Text.Json.Serialization;

namespace Numeroly.Daily.Webhooks;

/// <summary>A webhook as we want it: https://docs.daily.co/reference/rest-api/webhooks/create-webhook.</summary>
/// <param name="Address">Must answer 200 to a test delivery at once, or Daily refuses the webhook.</param>
/// <param name="EventTypes">What to be told of, such as <c>participant.joined</c>.</param>
public sealed record WebhookSettings(Uri Address, IReadOnlyList<string> EventTypes)
{
    public const string ExponentialRetry = "exponential";

    /// <summary>The base64 key that is to sign deliveries; null lets Daily choose one.</summary>
    public Secret? Hmac { get; init; }

    /// <summary>What is to follow <c>Authorization: Basic</c> in deliveries; null for none.</summary>
    public Secret? BasicAuth { get; init; }

    /// <summary>
    /// With <c>exponential</c> each message gets up to five tries. The other kind, <c>circuit-breaker</c>, falls silent
    /// after three failures and loses what happens until somebody notices.
    /// </summary>
    public string RetryType { get; init; } = ExponentialRetry;

    internal WebhookSettingsWire ToWire() => new(Address.AbsoluteUri, EventTypes, Hmac?.Reveal(), BasicAuth?.Reveal(), RetryType);
}

internal sealed record WebhookSettingsWire(
    string Url,
    [property: JsonPropertyName("eventTypes")] IReadOnlyList<string> EventTypes,
    string? Hmac,
    [property: JsonPropertyName("basicAuth")] string? BasicAuth,
    [property: JsonPropertyName("retryType")] string RetryType);
