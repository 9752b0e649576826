using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Webhooks;

/// <summary>Where and how events are sent. <see cref="Hmac"/> is the base64 of the signing key.</summary>
internal sealed record WebhookSettings(string Url, string Hmac, string? BasicAuth, string RetryType, IReadOnlyList<string>? EventTypes)
{
    public static string[] KnownTypes { get; } =
    [
        "meeting.started", "meeting.ended", "participant.joined", "participant.left",
        "waiting-participant.joined", "waiting-participant.left",
        "recording.started", "recording.ready-to-download", "recording.error",
        "transcript.started", "transcript.ready-to-download", "transcript.error",
        "streaming.started", "streaming.updated", "streaming.ended", "streaming.error",
        "batch-processor.job-finished", "batch-processor.error",
        "dialout.connected", "dialout.answered", "dialout.stopped", "dialout.warning", "dialout.error",
        "dialin.ready", "dialin.connected", "dialin.stopped", "dialin.warning", "dialin.error",
    ];

    private static readonly Dictionary<string, PropertyRule> Rules = new()
    {
        ["url"] = Rule.Text(),
        ["hmac"] = Rule.Text(),
        ["basicAuth"] = Rule.OrNull(Rule.Text()),
        ["retryType"] = Rule.OneOf(Webhook.CircuitBreaker, Webhook.Exponential),
        ["eventTypes"] = Rule.ListOf(Rule.OneOf(KnownTypes)),
    };

    /// <summary>Reads the body of a create, or of an update of <paramref name="current"/>. Unknown fields are let pass.</summary>
    public static Outcome<WebhookSettings> Read(JsonObject body, WebhookSettings? current)
    {
        foreach (var (name, rule) in Rules)
        {
            if (body.TryGetPropertyValue(name, out var value) && rule(name, value) is { } problem) return Refusal.InvalidRequest(problem);
        }

        var url = (string?)body["url"] ?? current?.Url;
        if (url is null) return Refusal.InvalidRequest("url is missing");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return Refusal.InvalidRequest($"url was '{url}' but should be an http or https address");

        var hmac = (string?)body["hmac"] ?? current?.Hmac ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        if (!Convert.TryFromBase64String(hmac, new byte[hmac.Length], out var length) || length == 0)
            return Refusal.InvalidRequest("hmac should be base64");

        return new WebhookSettings(
            url,
            hmac,
            body.ContainsKey("basicAuth") ? (string?)body["basicAuth"] : current?.BasicAuth,
            (string?)body["retryType"] ?? current?.RetryType ?? Webhook.CircuitBreaker,
            body["eventTypes"] is JsonArray types ? [.. types.Select(type => (string)type!)] : current?.EventTypes);
    }
}
