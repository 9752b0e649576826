using System.Text.Json.Nodes;
using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Webhooks;

public sealed class ManagingTests
{
    [Fact]
    public async Task A_webhook_is_created_after_its_receiver_answered_a_signed_test_message()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();

        var created = (await daily.PostAsync("/v1/webhooks", $$"""{"url":"{{receiver.Url}}","basicAuth":"dTpw","eventTypes":["meeting.started"],"something_new":1}""")).ShouldSucceed();

        var test = receiver.Tests.ShouldHaveSingleItem();
        test.Authorization.ShouldBe("Basic dTpw");
        test.IsSignedWith((string)created["hmac"]!).ShouldBeTrue();
        Convert.FromBase64String((string)created["hmac"]!).Length.ShouldBe(32);
        ((string)created["retryType"]!).ShouldBe("circuit-breaker");
        ((string)created["state"]!).ShouldBe("ACTIVE");
        ((int)created["failedCount"]!).ShouldBe(0);
        created["lastMomentPushed"].ShouldBeNull();
        created["eventTypes"]!.ToJsonString().ShouldBe("""["meeting.started"]""");
        created.Body!.AsObject().Select(p => p.Key).ShouldBe(
            ["uuid", "url", "hmac", "basicAuth", "retryType", "eventTypes", "state", "failedCount", "lastMomentPushed", "domainId", "createdAt", "updatedAt"]);
        JsonNode.DeepEquals((await daily.GetAsync("/v1/webhooks")).Body!.AsArray().ShouldHaveSingleItem(), created.Body).ShouldBeTrue();
        JsonNode.DeepEquals((await daily.WebhookAsync((string)created["uuid"]!)).Body, created.Body).ShouldBeTrue();
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_200_gets_no_webhook()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 204;
        (await daily.PostAsync("/v1/webhooks", $$"""{"url":"{{receiver.Url}}"}""")).ShouldRefuse(400, "invalid-request-error");
        (await daily.PostAsync("/v1/webhooks", """{"url":"http://127.0.0.1:1/nobody"}""")).ShouldRefuse(400, "invalid-request-error");
        (await daily.GetAsync("/v1/webhooks")).Body!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receiver_that_takes_longer_than_8_seconds_gets_no_webhook()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o =>
        {
            o.Clock = clock;
            o.WebhookTimeout = new StandInOptions().WebhookTimeout;
        });
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Silent = true;

        var create = daily.PostAsync("/v1/webhooks", $$"""{"url":"{{receiver.Url}}"}""");
        await Eventually.BecomesAsync(() => Task.FromResult(receiver.Tests.Count), count => count == 1, "the test message");
        clock.AdvanceSeconds(7.9);
        create.IsCompleted.ShouldBeFalse();
        clock.AdvanceSeconds(0.1);

        (await create).ShouldRefuse(400, "invalid-request-error");
    }

    [Fact]
    public async Task A_second_webhook_is_refused_also_when_two_are_created_at_once()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var body = $$"""{"url":"{{receiver.Url}}"}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => daily.PostAsync("/v1/webhooks", body)));
        answers.Count(a => a.Status == 200).ShouldBe(1);
        (await daily.PostAsync("/v1/webhooks", body)).ShouldRefuse(400, "invalid-request-error");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"url":"ftp://example.com"}""")]
    [InlineData("""{"url":"nowhere"}""")]
    [InlineData("""{"url":"http://127.0.0.1:1/","hmac":"not base64!"}""")]
    [InlineData("""{"url":"http://127.0.0.1:1/","retryType":"sometimes"}""")]
    [InlineData("""{"url":"http://127.0.0.1:1/","eventTypes":["participant.flew"]}""")]
    public async Task Bad_settings_are_refused_before_anything_is_sent(string body)
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.PostAsync("/v1/webhooks", body)).ShouldRefuse(400, "invalid-request-error");
        (await daily.LedgerAsync())["webhook_deliveries"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_update_keeps_what_it_does_not_name_and_tests_the_receiver_again()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var uuid = await daily.RegisterAsync(receiver, "circuit-breaker", "meeting.started");

        var updated = (await daily.PostAsync($"/v1/webhooks/{uuid}", """{"retryType":"exponential"}""")).ShouldSucceed();

        receiver.Tests.Count.ShouldBe(2);
        ((string)updated["retryType"]!).ShouldBe("exponential");
        ((string)updated["hmac"]!).ShouldBe(WebhookSetup.Hmac);
        updated["eventTypes"]!.ToJsonString().ShouldBe("""["meeting.started"]""");
        receiver.Status = 500;
        (await daily.PostAsync($"/v1/webhooks/{uuid}", """{"retryType":"circuit-breaker"}""")).ShouldRefuse(400, "invalid-request-error");
        ((string)(await daily.WebhookAsync(uuid))["retryType"]!).ShouldBe("exponential");
    }

    [Fact]
    public async Task A_deleted_webhook_is_gone_and_hears_nothing_more()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var uuid = await daily.RegisterAsync(receiver);

        (await daily.DeleteAsync($"/v1/webhooks/{uuid}")).ShouldSucceed();

        (await daily.WebhookAsync(uuid)).ShouldRefuse(404, "not-found");
        (await daily.PostAsync($"/v1/webhooks/{uuid}", "{}")).ShouldRefuse(404, "not-found");
        (await daily.DeleteAsync($"/v1/webhooks/{uuid}")).ShouldRefuse(404, "not-found");
        await daily.RoomAsync();
        await daily.JoinAsync();
        (await daily.LedgerAsync())["webhook_deliveries"]!.AsArray().Count.ShouldBe(1);
        await daily.RegisterAsync(receiver);
    }
}
