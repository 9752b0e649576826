using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Webhooks;

public sealed class SendingByHandTests
{
    private const string Send = "/standin/webhooks/send";

    [Fact]
    public async Task Any_event_can_be_sent_with_any_envelope()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver);

        var answer = (await daily.PostAsync(Send, """{"type":"something.new","id":"e-1","payload":{"room":"demo","x":1},"extra":{"event_ts":"late","unheard_of":true}}""")).ShouldSucceed();

        ((string)answer["outcome"]!).ShouldBe("delivered");
        ((int)answer["status"]!).ShouldBe(200);
        var sent = receiver.Events.ShouldHaveSingleItem();
        sent.Body.ShouldBe("""{"version":"1.0.0","type":"something.new","id":"e-1","payload":{"room":"demo","x":1},"event_ts":"late","unheard_of":true}""");
        sent.IsSignedWith(WebhookSetup.Hmac).ShouldBeTrue();
        ((string)(await daily.LedgerAsync("demo"))["webhook_deliveries"]!.AsArray().ShouldHaveSingleItem()!["kind"]!).ShouldBe("by_hand");
    }

    [Theory]
    [InlineData("good", true)]
    [InlineData("bad", false)]
    [InlineData("stale", true)]
    [InlineData("missing", false)]
    public async Task The_signature_is_as_wished(string signature, bool fits)
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver);

        await daily.PostAsync(Send, $$$"""{"type":"meeting.ended","payload":{},"signature":"{{{signature}}}"}""");

        var sent = receiver.Events.ShouldHaveSingleItem();
        sent.IsSignedWith(WebhookSetup.Hmac).ShouldBe(fits);
        var age = signature == "missing" ? (long?)null : clock.GetUtcNow().ToUnixTimeMilliseconds() - long.Parse(sent.Timestamp!);
        age.ShouldBe(signature switch { "missing" => null, "stale" => 3_600_000, _ => 0 });
        (sent.Signature is null).ShouldBe(signature == "missing");
    }

    [Fact]
    public async Task A_timestamp_of_ones_own_is_signed_as_it_is()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver);
        await daily.PostAsync(Send, """{"type":"meeting.ended","payload":{},"timestamp":1700000000}""");
        var sent = receiver.Events.ShouldHaveSingleItem();
        sent.Timestamp.ShouldBe("1700000000");
        sent.IsSignedWith(WebhookSetup.Hmac).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_webhook_or_a_type_nothing_is_sent()
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.PostAsync(Send, """{"type":"meeting.ended","payload":{}}""")).ShouldRefuse(409, "no-webhook");
        (await daily.PostAsync(Send, "{}")).ShouldRefuse(400, "invalid-request-error");
        (await daily.PostAsync(Send, """{"event":"meeting.ended"}""")).ShouldRefuse(400, "invalid-request-error");
    }
}
