using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Webhooks;

public sealed class RetryingTests
{
    [Fact]
    public async Task The_circuit_breaker_tries_once_and_after_three_failures_in_a_row_sends_nothing_until_rearmed()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var uuid = await daily.RegisterAsync(receiver, "circuit-breaker", "participant.joined");
        await daily.RoomAsync();
        receiver.Status = 500;

        for (var i = 0; i < 5; i++) await daily.JoinAsync("demo", $"user{i}");

        var deliveries = await daily.DeliveriesAsync(5);
        deliveries.Select(d => (string)d["outcome"]!).ShouldBe(["refused", "refused", "refused", "not_sent", "not_sent"]);
        receiver.Events.Count.ShouldBe(3);
        var failed = await daily.WebhookAsync(uuid);
        ((string)failed["state"]!).ShouldBe("FAILED");
        ((int)failed["failedCount"]!).ShouldBe(3);

        receiver.Status = 200;
        var rearmed = (await daily.PostAsync($"/v1/webhooks/{uuid}", "{}")).ShouldSucceed();
        ((string)rearmed["state"]!).ShouldBe("ACTIVE");
        ((int)rearmed["failedCount"]!).ShouldBe(0);
        await daily.JoinAsync("demo", "again");
        await receiver.WaitForAsync(4);
        ((string)receiver.Events[^1].Payload["user_id"]!).ShouldBe("again");
    }

    [Fact]
    public async Task A_success_in_between_resets_the_count_and_notes_the_moment()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var uuid = await daily.RegisterAsync(receiver, "circuit-breaker", "participant.joined");
        await daily.RoomAsync();
        var sent = 0;
        foreach (var status in new[] { 500, 500, 200, 500, 500 })
        {
            receiver.Status = status;
            await daily.JoinAsync();
            await daily.DeliveriesAsync(++sent);
        }

        var webhook = await Eventually.BecomesAsync(() => daily.WebhookAsync(uuid), w => (int)w["failedCount"]! == 2, "a failedCount of 2");
        ((string)webhook["state"]!).ShouldBe("ACTIVE");
        ((string)webhook["lastMomentPushed"]!).ShouldMatch(@"^\d{4}-.*Z$");
    }

    [Fact]
    public async Task Exponential_waits_four_times_longer_before_each_further_try()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o =>
        {
            o.Clock = clock;
            o.WebhookRetryBaseDelay = TimeSpan.FromSeconds(1);
        });
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver, "exponential", "participant.joined");
        await daily.RoomAsync();
        receiver.Status = 503;
        await daily.JoinAsync("demo", "an");

        var sent = 1;
        foreach (var wait in new[] { 1, 4, 16, 64 })
        {
            await daily.DeliveriesAsync(sent);
            clock.AdvanceSeconds(wait - 0.001);
            // Whatever was sent too early would have gone out before this one.
            receiver.Status = 200;
            await daily.JoinAsync("demo", "marker");
            await daily.DeliveriesAsync(++sent);
            ((string)receiver.Events[^1].Payload["user_id"]!).ShouldBe("marker");
            receiver.Status = 503;
            clock.AdvanceSeconds(0.001);
            await daily.DeliveriesAsync(++sent);
            ((string)receiver.Events[^1].Payload["user_id"]!).ShouldBe("an");
        }

        var tries = receiver.Events.Where(e => (string)e.Payload["user_id"]! == "an").ToList();
        tries.Count.ShouldBe(5);
        tries.Select(e => e.Body).Distinct().ShouldHaveSingleItem("a repeat has the same body");
        tries.ShouldAllBe(e => e.IsSignedWith(WebhookSetup.Hmac));
    }

    [Fact]
    public async Task Exponential_gives_a_message_up_after_five_tries_but_never_fails()
    {
        await using var daily = await TestStandIn.StartAsync(o => o.WebhookRetryBaseDelay = TimeSpan.Zero);
        await using var receiver = await WebhookReceiver.StartAsync();
        var uuid = await daily.RegisterAsync(receiver, "exponential", "participant.joined");
        await daily.RoomAsync();
        receiver.Status = 503;
        await daily.JoinAsync("demo", "an");
        await daily.DeliveriesAsync(5);
        ((int)(await daily.WebhookAsync(uuid))["failedCount"]!).ShouldBe(5);
        await daily.JoinAsync("demo", "binh");

        var deliveries = await daily.DeliveriesAsync(10);
        deliveries.Select(d => (int)d["attempt"]!).ShouldBe([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
        ((string)(await daily.WebhookAsync(uuid))["state"]!).ShouldBe("ACTIVE");
    }

    [Fact]
    public async Task An_exponential_message_that_fails_does_not_hold_up_the_next()
    {
        await using var daily = await TestStandIn.StartAsync(o => o.WebhookRetryBaseDelay = TimeSpan.FromMilliseconds(20));
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver, "exponential", "participant.joined");
        await daily.RoomAsync();
        receiver.Status = 500;
        await daily.JoinAsync("demo", "an");
        await receiver.WaitForAsync(1);
        receiver.Status = 200;
        await daily.JoinAsync("demo", "binh");

        var delivered = await Eventually.BecomesAsync(
            async () => (await daily.LedgerAsync())["webhook_deliveries"]!.AsArray().Where(d => (string)d!["kind"]! == "event" && (string)d["outcome"]! == "delivered").ToList(),
            list => list.Count == 2,
            "both delivered");
        delivered.Count(d => (int)d!["attempt"]! > 1).ShouldBe(1);
    }

    [Fact]
    public async Task A_receiver_that_is_too_slow_or_away_counts_as_a_failure()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o =>
        {
            o.Clock = clock;
            o.WebhookTimeout = new StandInOptions().WebhookTimeout;
        });
        var receiver = await WebhookReceiver.StartAsync();
        var uuid = await daily.RegisterAsync(receiver, "circuit-breaker", "participant.joined");
        await daily.RoomAsync();
        receiver.Silent = true;
        await daily.JoinAsync();
        await receiver.WaitForAsync(1);
        clock.AdvanceSeconds(8);
        ((string)(await daily.DeliveriesAsync(1))[0]["outcome"]!).ShouldBe("timed_out");

        await receiver.DisposeAsync();
        await daily.JoinAsync();
        ((string)(await daily.DeliveriesAsync(2))[1]["outcome"]!).ShouldBe("unreachable");
        await FailedCountShouldBecomeAsync(daily, uuid, 2);
    }

    private static async Task FailedCountShouldBecomeAsync(TestStandIn daily, string uuid, int count) =>
        await Eventually.BecomesAsync(() => daily.WebhookAsync(uuid), w => (int)w["failedCount"]! == count, $"a failedCount of {count}");
}
