using System.Text.Json.Nodes;
using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Signalling;

public sealed class BreaksTests
{
    [Fact]
    public async Task A_session_taken_up_within_the_grace_goes_on()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync();
        var page = await PageClient.JoinAsync(daily);
        await page.DisposeAsync();
        await LostAsync(daily, page);
        clock.AdvanceSeconds(19);

        await using var again = await PageClient.ResumeAsync(daily, page);
        ((string)again.Answer["type"]!).ShouldBe("resumed");
        again.SessionId.ShouldBe(page.SessionId);
        clock.AdvanceSeconds(60);
        (await daily.InsideAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_that_stays_away_is_removed_and_gone()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync();
        await using var other = await PageClient.JoinAsync(daily, userName: "Bình");
        var page = await PageClient.JoinAsync(daily);
        await page.DisposeAsync();
        await LostAsync(daily, page);

        clock.AdvanceSeconds(20);
        ((string)(await other.NextAsync("participant-left"))["session_id"]!).ShouldBe(page.SessionId);
        (await daily.LedgerAsync("demo"))["participants"]!.AsArray().Select(p => (string?)p!["reason"]).ShouldBe([null, "lost"]);

        await using var late = await PageClient.ResumeAsync(daily, page);
        ((string)late.Answer["type"]!).ShouldBe("gone");
        ((string)late.Answer["error_type"]!).ShouldBe("connection-error");
    }

    [Fact]
    public async Task Who_was_ejected_meanwhile_hears_of_it()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        var page = await PageClient.JoinAsync(daily);
        await page.DisposeAsync();
        await daily.PostAsync("/v1/rooms/demo/eject", new JsonObject { ["ids"] = new JsonArray(page.SessionId) }.ToJsonString());

        await using var again = await PageClient.ResumeAsync(daily, page);
        ((string)again.Answer["error_type"]!).ShouldBe("ejected");
    }

    [Fact]
    public async Task A_session_is_taken_up_only_with_its_key()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var page = await PageClient.JoinAsync(daily);
        await using var thief = await PageClient.ResumeAsync(daily, page, key: "guessed");
        ((string)thief.Answer["type"]!).ShouldBe("gone");
        await page.SettleAsync();
    }

    [Fact]
    public async Task A_second_connection_replaces_the_first()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var first = await PageClient.JoinAsync(daily);
        await using var second = await PageClient.ResumeAsync(daily, first);
        (await first.NextAsync()).ShouldBeNull();
        await second.SettleAsync();
        (await daily.InsideAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_break_on_request_cuts_the_connection_and_refuses_others_until_it_is_over()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync();
        await using var page = await PageClient.JoinAsync(daily);
        (await daily.PostAsync("/standin/rooms/demo/break", """{"what":"signalling","seconds":5}""")).ShouldSucceed();
        (await page.NextAsync()).ShouldBeNull();

        await using var early = await PageClient.ResumeAsync(daily, page);
        early.Answer.ShouldBeNull();
        clock.AdvanceSeconds(5);
        await using var later = await PageClient.ResumeAsync(daily, page);
        ((string)later.Answer["type"]!).ShouldBe("resumed");
    }

    [Fact]
    public async Task A_restart_keeps_the_sessions_for_the_grace()
    {
        using var folder = new TemporaryFolder();
        var clock = new ManualClock();
        PageClient page;
        await using (var before = await TestStandIn.StartAsync(o => (o.Clock, o.DataDirectory) = (clock, folder.Path)))
        {
            await before.RoomAsync();
            page = await PageClient.JoinAsync(before);
            await page.DisposeAsync();
        }

        await using (var after = await TestStandIn.StartAsync(o => (o.Clock, o.DataDirectory) = (clock, folder.Path)))
        {
            await using var again = await PageClient.ResumeAsync(after, page);
            ((string)again.Answer["type"]!).ShouldBe("resumed");
        }

        await using var third = await TestStandIn.StartAsync(o => (o.Clock, o.DataDirectory) = (clock, folder.Path));
        clock.AdvanceSeconds(20);
        (await third.LedgerAsync("demo"))["participants"]!.AsArray().Select(p => (string?)p!["reason"]).ShouldBe(["lost"]);
    }

    private static async Task LostAsync(TestStandIn daily, PageClient page) => await Eventually.BecomesAsync(
        () => daily.GetAsync("/standin/calls"),
        calls => calls.Body!.AsArray().Any(c => (string)c!["session_id"]! == page.SessionId && !(bool)c["connected"]!),
        "the break to be noticed");
}
