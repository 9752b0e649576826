using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.Rest.Properties;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Webhooks;

/// <summary><c>/standin/webhooks</c>: mishandle events on their way, or send any event by hand.</summary>
internal static class WebhookControl
{
    private const int UsualWindow = 2;
    private const int MostCopies = 100;

    private static readonly PropertyTable PolicyBody = new()
    {
        { "duplicate", Rule.Whole(0, MostCopies) },
        { "duplicate_new_id", Rule.Whole(0, MostCopies) },
        { "reorder", Rule.Either(Rule.Boolean, Rule.Whole(0, MostCopies)) },
        { "delay_ms", Rule.Whole(0, int.MaxValue) },
        { "forge", Rule.Whole(0, MostCopies) },
        { "alter", Rule.Boolean },
        { "drop", Rule.Either(Rule.Boolean, Rule.Whole(0, int.MaxValue)) },
        { "times", Rule.OrNull(Rule.Whole(1, int.MaxValue)) },
        { "types", Rule.OrNull(Rule.ListOf(Rule.Text())) },
    };

    private static readonly PropertyTable SendBody = new()
    {
        { "type", Rule.Text() },
        { "payload", Rule.Anything },
        { "id", Rule.Text() },
        { "extra", Rule.Object },
        { "timestamp", Rule.Either(Rule.Text(), Rule.Number) },
        { "signature", Rule.OneOf("good", "bad", "stale", "missing") },
    };

    public static void MapWebhookControl(this IEndpointRouteBuilder control)
    {
        control.MapPost("/webhooks/policy", (HttpContext http, DeliveryPolicy policy) => JsonRequest.Object(http, PolicyBody).Answer(body =>
        {
            policy.Set(ReadPolicy(body));
            return Show(policy);
        }));
        control.MapGet("/webhooks/policy", Show);
        control.MapDelete("/webhooks/policy", (DeliveryPolicy policy) =>
        {
            policy.Set(null);
            return Show(policy);
        });
        control.MapPost("/webhooks/send", SendAsync);
    }

    private static JsonAnswer Show(DeliveryPolicy policy)
    {
        var (rules, applied) = policy.Current();
        return JsonAnswer.Snake(new { Policy = rules, Applied = applied });
    }

    private static PolicyRules ReadPolicy(JsonObject body) => new()
    {
        Duplicate = Whole(body["duplicate"]),
        DuplicateNewId = Whole(body["duplicate_new_id"]),
        Reorder = IsTrue(body["reorder"]) ? UsualWindow : Whole(body["reorder"]),
        DelayMs = Whole(body["delay_ms"]),
        Forge = Whole(body["forge"]),
        Alter = IsTrue(body["alter"]),
        Drop = IsTrue(body["drop"]) ? null : Whole(body["drop"]),
        Times = body["times"] is { } times ? Whole(times) : null,
        Types = body["types"] is JsonArray types ? [.. types.Select(type => (string)type!)] : null,
    };

    private static async Task<IResult> SendAsync(
        HttpContext http, StandInState state, WebhookSender sender, DeliveryJournal journal, TimeProvider clock, IHostApplicationLifetime life)
    {
        var read = JsonRequest.Object(http, SendBody);
        if (read.Refusal is { } refusal) return refusal;
        var body = read.Value!;
        if ((string?)body["type"] is not { } type) return Refusal.InvalidRequest("type is missing");
        if (state.Read(data => data.Webhook?.Settings) is not { } to) return new Refusal(409, "no-webhook", "no webhook is registered");

        var now = clock.GetUtcNow();
        var timestamp = body["timestamp"]?.ToString() ?? now.ToUnixTimeMilliseconds().ToString();
        var id = (string?)body["id"] ?? $"by-hand-{Guid.NewGuid():n}";
        var text = NewEvent.Envelope(type, id, body["payload"], now, body["extra"] as JsonObject);
        var message = ((string?)body["signature"] ?? "good") switch
        {
            "bad" => SignedMessage.Forge(text, now),
            "stale" => SignedMessage.Sign(text, to.Hmac, now.AddHours(-1)),
            "missing" => new SignedMessage(text, null, null),
            _ => SignedMessage.Sign(text, to.Hmac, timestamp),
        };
        var attempt = await sender.PostAsync(to, message, life.ApplicationStopping);
        var room = body["payload"] is JsonObject payload ? (payload["room"] ?? payload["room_name"])?.ToString() : null;
        journal.Add(new(id, type, room, DeliveryKind.ByHand, 1, attempt.At, attempt.Outcome, attempt.Status, attempt.DurationMs));
        return JsonAnswer.Snake(new { EventId = id, attempt.Outcome, attempt.Status });
    }

    private static int Whole(JsonNode? value) => (int)(Rule.WholeNumber(value) ?? 0);

    private static bool IsTrue(JsonNode? value) => value?.GetValueKind() == System.Text.Json.JsonValueKind.True;
}
