using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Webhooks;

public sealed class PolicyTests
{
    private const string Policy = "/standin/webhooks/policy";

    [Fact]
    public async Task Duplicates_come_with_the_same_id_or_with_another()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var daily = await StartAsync(receiver);
        (await daily.PostAsync(Policy, """{"duplicate":2,"duplicate_new_id":1,"times":1}""")).ShouldSucceed();
        await daily.JoinAsync("demo", "an");
        await daily.JoinAsync("demo", "binh");

        var events = await receiver.WaitForAsync(5);

        var ofAn = events.Take(4).ToList();
        ofAn.ShouldAllBe(e => (string)e.Payload["user_id"]! == "an" && e.IsSignedWith(WebhookSetup.Hmac));
        ofAn.Select(e => (string)e.Json["id"]!).Distinct().Count().ShouldBe(2);
        ofAn.Take(3).Select(e => e.Body).Distinct().ShouldHaveSingleItem();
        ((string)events[4].Payload["user_id"]!).ShouldBe("binh");
        (await daily.DeliveriesAsync(5)).Select(d => (string)d["kind"]!).ShouldBe(["event", "duplicate", "duplicate", "duplicate", "event"]);
    }

    [Fact]
    public async Task A_window_is_gathered_and_sent_last_first()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var daily = await StartAsync(receiver);
        await daily.PostAsync(Policy, """{"reorder":3}""");
        for (var i = 0; i < 6; i++) await daily.JoinAsync("demo", $"user{i}");
        Users(await receiver.WaitForAsync(6)).ShouldBe(["user2", "user1", "user0", "user5", "user4", "user3"]);
    }

    [Fact]
    public async Task A_window_that_does_not_fill_is_sent_after_a_while()
    {
        var clock = new ManualClock();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var daily = await StartAsync(receiver, clock);
        await daily.PostAsync(Policy, """{"reorder":true,"types":["participant.joined"]}""");
        await daily.JoinAsync("demo", "an");

        await Eventually.BecomesAsync(
            () =>
            {
                clock.AdvanceSeconds(1);
                return Task.FromResult(receiver.Events.Count);
            },
            count => count == 1,
            "the lone event");
    }

    [Fact]
    public async Task Events_can_be_held_back()
    {
        var clock = new ManualClock();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var daily = await StartAsync(receiver, clock);
        await daily.PostAsync(Policy, """{"delay_ms":5000,"times":1}""");
        await daily.JoinAsync("demo", "an");
        clock.AdvanceSeconds(4.9);
        receiver.Events.ShouldBeEmpty();

        await Eventually.BecomesAsync(
            () =>
            {
                clock.AdvanceSeconds(0.1);
                return Task.FromResult(receiver.Events.Count);
            },
            count => count == 1,
            "the delayed event");
    }

    [Fact]
    public async Task Forged_and_altered_copies_come_besides_the_true_event_and_fail_the_check()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var daily = await StartAsync(receiver);
        await daily.PostAsync(Policy, """{"forge":2,"alter":true}""");
        await daily.JoinAsync("demo", "an");

        var events = await receiver.WaitForAsync(4);

        events.Select(e => e.IsSignedWith(WebhookSetup.Hmac)).ShouldBe([true, false, false, false]);
        events.Take(3).Select(e => e.Body).Distinct().ShouldHaveSingleItem();
        events[3].Body.ShouldNotBe(events[0].Body);
        ((string)events[3].Json["id"]!).ShouldBe((string)events[0].Json["id"]!);
        (await daily.DeliveriesAsync(4)).Select(d => (string)d["kind"]!).ShouldBe(["event", "forged", "forged", "altered"]);
    }

    [Fact]
    public async Task So_many_events_or_all_can_be_dropped()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var daily = await StartAsync(receiver);
        await daily.PostAsync(Policy, """{"drop":2}""");
        for (var i = 0; i < 3; i++) await daily.JoinAsync("demo", $"user{i}");
        Users(await receiver.WaitForAsync(1)).ShouldBe(["user2"]);

        await daily.PostAsync(Policy, """{"drop":true}""");
        for (var i = 3; i < 6; i++) await daily.JoinAsync("demo", $"user{i}");
        await daily.DeliveriesAsync(6);
        (await daily.DeleteAsync(Policy)).ShouldSucceed();
        await daily.JoinAsync("demo", "last");

        Users(await receiver.WaitForAsync(2)).ShouldBe(["user2", "last"]);
        (await daily.DeliveriesAsync(7)).Count(d => (string)d["outcome"]! == "dropped").ShouldBe(5);
    }

    [Fact]
    public async Task A_policy_meets_only_its_types_and_shows_how_often()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var daily = await StartAsync(receiver);
        await daily.PostAsync(Policy, """{"drop":true,"types":["meeting.started"]}""");
        await daily.JoinAsync("demo", "an");
        await receiver.WaitForAsync(1);
        ((int)(await daily.GetAsync(Policy))["applied"]!).ShouldBe(0);
        await daily.DeleteAsync(Policy);
        (await daily.GetAsync(Policy))["policy"].ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"repeat":1}""")]
    [InlineData("""{"duplicate":-1}""")]
    [InlineData("""{"times":0}""")]
    [InlineData("""{"reorder":"yes"}""")]
    public async Task A_misspelt_policy_is_refused(string body)
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.PostAsync(Policy, body)).ShouldRefuse(400, "invalid-request-error");
    }

    private static async Task<TestStandIn> StartAsync(WebhookReceiver receiver, ManualClock? clock = null)
    {
        var daily = await TestStandIn.StartAsync(o => o.Clock = clock ?? TimeProvider.System);
        await daily.RegisterAsync(receiver, "circuit-breaker", "participant.joined");
        await daily.RoomAsync();
        return daily;
    }

    private static IEnumerable<string> Users(IEnumerable<Received> events) => events.Select(e => (string)e.Payload["user_id"]!);
}
