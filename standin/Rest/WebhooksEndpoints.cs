using System.Text.Json.Nodes;
using Numeroly.StandIn.State;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn.Rest;

/// <summary>
/// <c>/webhooks</c>: create, show, update (which also re-arms a failed one), delete. Before a create or an update
/// takes effect the receiver must answer a signed test message.
/// </summary>
internal static class WebhooksEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        api.MapPost("/webhooks", CreateAsync);
        api.MapGet("/webhooks", (StandInState state) => new JsonAnswer(state.Read(data =>
            data.Webhook is { } webhook ? new JsonArray(webhook.ToJson()) : new JsonArray())));
        api.MapGet("/webhooks/{uuid}", (string uuid, StandInState state) => state.Read(data =>
            Find(data, uuid).Answer(webhook => new JsonAnswer(webhook.ToJson()))));
        api.MapPost("/webhooks/{uuid}", UpdateAsync);
        api.MapDelete("/webhooks/{uuid}", (string uuid, StandInState state) => state.Change(data => Find(data, uuid).Answer(_ =>
        {
            data.Webhook = null;
            return new JsonAnswer(new JsonObject { ["deleted"] = true, ["uuid"] = uuid });
        })));
    }

    private static async Task<IResult> CreateAsync(HttpContext http, StandInState state, StandInOptions options, ReceiverTest test, TimeProvider clock)
    {
        var read = JsonRequest.Object(http).Then(body => WebhookSettings.Read(body, null));
        if (read.Refusal is { } refusal) return refusal;
        if (state.Read(data => data.Webhook is not null)) return OneAlready();
        if (await test.RunAsync(read.Value!) is { } failed) return failed;

        return state.Change<IResult>(data =>
        {
            if (data.Webhook is not null) return OneAlready();
            var now = clock.GetUtcNow();
            data.Webhook = new Webhook
            {
                Uuid = Guid.NewGuid().ToString(),
                Settings = read.Value!,
                DomainId = options.DomainId,
                CreatedAt = now,
                UpdatedAt = now,
            };
            return new JsonAnswer(data.Webhook.ToJson());
        });
    }

    private static async Task<IResult> UpdateAsync(string uuid, HttpContext http, StandInState state, ReceiverTest test, TimeProvider clock)
    {
        var read = JsonRequest.Object(http).Then(body => state.Read(data =>
            Find(data, uuid).Then(webhook => WebhookSettings.Read(body, webhook.Settings))));
        if (read.Refusal is { } refusal) return refusal;
        if (await test.RunAsync(read.Value!) is { } failed) return failed;

        return state.Change(data => Find(data, uuid).Answer(webhook =>
        {
            webhook.Update(read.Value!, clock.GetUtcNow());
            return new JsonAnswer(webhook.ToJson());
        }));
    }

    private static Outcome<Webhook> Find(StandInData data, string uuid) =>
        data.Webhook is { } webhook && webhook.Uuid == uuid ? webhook : Refusal.NotFound($"webhook {uuid} not found");

    private static Refusal OneAlready() => Refusal.InvalidRequest("this domain already has a webhook, and may have one");
}
