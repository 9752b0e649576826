using System.Net.Http.Headers;
using System.Text.Json;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Webhooks;

public class Keeping_the_webhook_registered
{
    [Fact]
    public async Task It_is_registered_at_start_active_and_of_the_kind_that_repeats()
    {
        await using var backend = await Backend.StartAsync();

        var webhook = await RegisteredAsync(backend);

        webhook.GetProperty("url").GetString().ShouldBe(new Uri(backend.Node.Address, "/webhooks/daily").ToString());
        webhook.GetProperty("retryType").GetString().ShouldBe("exponential");
        webhook.GetProperty("state").GetString().ShouldBe("ACTIVE");
    }

    [Fact]
    public async Task One_that_Daily_switched_off_is_armed_again()
    {
        await using var backend = await Backend.StartAsync();
        var webhook = await RegisteredAsync(backend);
        await AskAsync(backend, HttpMethod.Post, $"webhooks/{webhook.GetProperty("uuid").GetString()}", JsonDocument.Parse("""{"retryType": "circuit-breaker", "eventTypes": ["meeting.started"]}"""));

        await Eventually.BecomesAsync(
            () => RegisteredAsync(backend), now => now.GetProperty("retryType").GetString() == "exponential" && now.GetProperty("eventTypes").GetArrayLength() == 7, "the webhook to be set right");
    }

    [Fact]
    public async Task One_that_was_deleted_is_registered_anew()
    {
        await using var backend = await Backend.StartAsync();
        var webhook = await RegisteredAsync(backend);

        await AskAsync(backend, HttpMethod.Delete, $"webhooks/{webhook.GetProperty("uuid").GetString()}", null);

        (await RegisteredAsync(backend)).GetProperty("uuid").GetString().ShouldNotBe(webhook.GetProperty("uuid").GetString());
    }

    private static async Task<JsonElement> RegisteredAsync(Backend backend) => (await Eventually.BecomesAsync(
        () => AskAsync(backend, HttpMethod.Get, "webhooks", null), webhooks => webhooks.GetArrayLength() == 1, "the webhook to be registered"))[0];

    private static async Task<JsonElement> AskAsync(Backend backend, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(backend.Daily.Address, $"v1/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", backend.Daily.Server.ApiKey);
        if (body is not null) request.Content = System.Net.Http.Json.JsonContent.Create(body);
        var answer = await backend.Daily.Server.Control.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonDocument.Parse(text).RootElement;
    }
}
