using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Numeroly.Daily.Reading;

namespace Numeroly.Daily.Webhooks;

/// <summary>A webhook as Daily has it. A domain normally has at most one; it gets the events of all rooms.</summary>
/// <param name="Uuid">Daily's id.</param>
/// <param name="Address">Where Daily posts to.</param>
public sealed record Webhook(string Uuid, string? Address)
{
    /// <summary>The base64 key that signs deliveries.</summary>
    public Secret? Hmac { get; init; }

    /// <summary>What follows <c>Authorization: Basic</c> in deliveries.</summary>
    public Secret? BasicAuth { get; init; }

    /// <summary><c>circuit-breaker</c> or <c>exponential</c>.</summary>
    public string? RetryType { get; init; }

    public IReadOnlyList<string> EventTypes { get; init; } = [];

    /// <summary>Daily's word, as it is: seen are ACTIVE, ACTVIE, FAILED and INACTIVE, and once 1 (active), 0 (failed) and 2 (stopped).</summary>
    public string? State { get; init; }

    /// <summary>Nothing is delivered until the webhook is updated. A word we do not know counts as running.</summary>
    public bool HasStopped => State?.ToUpperInvariant() is "FAILED" or "INACTIVE" or "STOPPED" or "0" or "2";

    public int? FailedCount { get; init; }

    public DateTimeOffset? LastPushedAt { get; init; }
}

internal sealed record WebhookWire(
    string? Uuid,
    string? Url,
    string? Hmac,
    [property: JsonPropertyName("basicAuth")] string? BasicAuth,
    [property: JsonPropertyName("retryType")] string? RetryType,
    [property: JsonPropertyName("eventTypes")] IReadOnlyList<string>? EventTypes,
    string? State,
    [property: JsonPropertyName("failedCount")] int? FailedCount,
    [property: JsonPropertyName("lastMomentPushed")] DateTimeOffset? LastMomentPushed)
{
    /// <summary>Daily's pages disagree whether one webhook comes as an object or as an array of one.</summary>
    public static IReadOnlyList<Webhook> ReadAll(JsonNode answer) => (answer is JsonArray many ? many : [answer])
        .Select(one => one?.Deserialize(DailyJson.Default.WebhookWire)).Each(wire => wire.ToWebhook());

    public static Webhook ReadOne(JsonNode answer) =>
        ReadAll(answer) is [var webhook, ..] ? webhook : throw new JsonException("the answer has no webhook");

    private Webhook ToWebhook() => new(AnswerReading.Needed(Uuid, "uuid"), Url)
    {
        Hmac = Hmac is null ? null : new Secret(Hmac),
        BasicAuth = BasicAuth is null ? null : new Secret(BasicAuth),
        RetryType = RetryType,
        EventTypes = EventTypes ?? [],
        State = State,
        FailedCount = FailedCount,
        LastPushedAt = LastMomentPushed,
    };
}
