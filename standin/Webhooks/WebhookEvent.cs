using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest;

namespace Numeroly.StandIn.Webhooks;

/// <summary>Something that happened and that a webhook tells.</summary>
internal sealed record NewEvent(string Type, string Id, string Room, JsonObject Payload)
{
    public const string Version = "1.0.0";

    public string Envelope(DateTimeOffset sentAt) => Envelope(Type, Id, Payload, sentAt);

    public static string Envelope(string type, string id, JsonNode? payload, DateTimeOffset sentAt, JsonObject? extra = null)
    {
        var envelope = new JsonObject
        {
            ["version"] = Version,
            ["type"] = type,
            ["id"] = id,
            ["payload"] = payload?.DeepClone(),
            ["event_ts"] = UnixTime.Fractional(sentAt),
        };
        foreach (var (name, value) in extra ?? []) envelope[name] = value?.DeepClone();
        return JsonAnswer.Text(envelope);
    }
}

/// <summary>An event on its way: its final text, and how often it was tried.</summary>
internal sealed class WebhookEvent
{
    public required long Sequence { get; init; }

    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Room { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>The same event under another id, as Daily sometimes sends it.</summary>
    public WebhookEvent WithId(string id)
    {
        var body = JsonNode.Parse(Body)!.AsObject();
        body["id"] = id;
        return new()
        {
            Sequence = Sequence,
            Id = id,
            Type = Type,
            Room = Room,
            Body = JsonAnswer.Text(body),
            CreatedAt = CreatedAt,
            Attempts = Attempts,
        };
    }
}
