using System.Text.Json;
using Numeroly.Daily.Reading;

namespace Numeroly.Daily.Webhooks;

/// <summary>What the body of a delivery turned out to be.</summary>
public abstract record WebhookBody
{
    private WebhookBody()
    {
    }

    /// <summary>One of Daily's events.</summary>
    public sealed record Event(WebhookEvent Value) : WebhookBody;

    /// <summary><c>{"test":"test"}</c>, which Daily posts when a webhook is made or updated. To be answered 200 at once.</summary>
    public sealed record RegistrationTest : WebhookBody;

    /// <summary>Not JSON, or an event without what makes it one. No use in being sent again.</summary>
    public sealed record Malformed(string Why) : WebhookBody;

    /// <summary>Reads a verified body. Unknown types and fields are no error.</summary>
    public static WebhookBody Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, DailyJson.Default.EnvelopeWire) is { } wire
                ? From(wire)
                : new Malformed("the body is null");
        }
        catch (JsonException fault)
        {
            return new Malformed(fault.Message);
        }
    }

    private static WebhookBody From(EnvelopeWire wire) => wire switch
    {
        { Type: null, Test: not null } => new RegistrationTest(),
        { Type: null or "" } => new Malformed("the event has no type"),
        { Id: null or "" } => new Malformed($"{wire.Type} has no id"),
        _ => new Event(WebhookEventReading.Read(new WebhookEnvelope(wire.Id, wire.Type, wire.EventTs), wire.Payload)),
    };
}

internal sealed record EnvelopeWire(string? Id, string? Type, DateTimeOffset? EventTs, JsonElement? Payload, string? Test);
