using System.Text.Json.Nodes;
using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Signalling;

public sealed class JoiningFromPagesTests
{
    [Fact]
    public async Task A_page_that_joins_gets_the_whole_picture()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", """{"max_participants":3}""");
        var guide = await daily.JoinAsync(user: "guide");
        await using var page = await PageClient.JoinAsync(daily);

        ((string)page.Answer["type"]!).ShouldBe("joined");
        page.Answer["participants"]!.AsArray().Select(p => ((string)p!["session_id"]!, (bool)p["simulated"]!))
            .ShouldBe([(guide, true), (page.SessionId, false)], ignoreOrder: true);
        ((int)page.Answer["room"]!["config"]!["max_participants"]!).ShouldBe(3);
        ((string?)page.Answer["meeting_id"]).ShouldNotBeNullOrEmpty();
        ((int)page.Answer["grace_ms"]!).ShouldBe(20_000);
    }

    [Fact]
    public async Task What_the_token_says_counts()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", privacy: "private");
        var token = await daily.TokenAsync("""{"room_name":"demo","user_id":"an","user_name":"An","is_owner":true}""");
        await using var page = await PageClient.JoinAsync(daily, token: token, userName: "somebody else");

        var me = page.Answer["participants"]!.AsArray().Single()!;
        ((string)me["user_id"]!).ShouldBe("an");
        ((string)me["user_name"]!).ShouldBe("An");
        ((bool)me["owner"]!).ShouldBeTrue();
        ((string)page.Answer["room"]!["tokenConfig"]!["user_id"]!).ShouldBe("an");
    }

    [Theory]
    [InlineData("nowhere", null, "no-room")]
    [InlineData("private", null, "not-allowed")]
    [InlineData("private", "not a token", "not-allowed")]
    [InlineData("full", null, "meeting-full")]
    public async Task A_page_that_may_not_join_is_told_why_and_let_go(string room, string? token, string errorType)
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("private", privacy: "private");
        await daily.RoomAsync("full", """{"max_participants":1}""");
        await daily.JoinAsync("full");
        await using var page = await PageClient.JoinAsync(daily, room, token);

        ((string)page.Answer["type"]!).ShouldBe("refused");
        ((string)page.Answer["error_type"]!).ShouldBe(errorType);
        (await page.NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Pages_and_simulated_participants_see_each_other_come_and_go()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var page = await PageClient.JoinAsync(daily);
        var guide = await daily.JoinAsync(user: "guide");
        ((string)(await page.NextAsync("participant-joined"))["participant"]!["user_id"]!).ShouldBe("guide");

        await daily.LeaveAsync(guide);
        ((string)(await page.NextAsync("participant-left"))["session_id"]!).ShouldBe(guide);
    }

    [Fact]
    public async Task A_page_counts_for_webhooks_presence_and_the_ledger()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var daily = await TestStandIn.StartAsync();
        await daily.RegisterAsync(receiver);
        await daily.RoomAsync();
        await using var first = await PageClient.JoinAsync(daily, userName: "An");
        await using var second = await PageClient.JoinAsync(daily, userName: "Bình");

        ((string)(await receiver.WaitForAsync("participant.joined")).Payload["session_id"]!).ShouldBe(first.SessionId);
        await receiver.WaitForAsync("meeting.started");
        (await daily.GetAsync("/v1/rooms/demo/presence")).ShouldSucceed().Data.Count.ShouldBe(2);

        await second.SendAsync(new() { ["type"] = "leave" });
        await receiver.WaitForAsync("participant.left");
        await first.SendAsync(new() { ["type"] = "leave" });
        await receiver.WaitForAsync("meeting.ended");
        receiver.Events.Where(e => e.Type == "participant.left").Select(e => (string)e.Payload["session_id"]!)
            .ShouldBe([second.SessionId, first.SessionId]);
        (await daily.LedgerAsync("demo"))["participants"]!.AsArray().ShouldAllBe(p => (string)p!["reason"]! == "left");
    }

    [Fact]
    public async Task An_ejection_reaches_the_page_and_ends_its_connection()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var page = await PageClient.JoinAsync(daily);
        await daily.PostAsync("/v1/rooms/demo/eject", new JsonObject { ["ids"] = new JsonArray(page.SessionId) }.ToJsonString());

        ((string)(await page.NextAsync("ejected"))["error_type"]!).ShouldBe("ejected");
        (await page.NextAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"exp":EXP,"eject_at_room_exp":true}""", "{}", "exp-room")]
    [InlineData("{}", """{"exp":EXP,"eject_at_token_exp":true}""", "exp-token")]
    [InlineData("""{"eject_after_elapsed":60}""", "{}", "ejected")]
    public async Task The_end_of_somebodys_time_has_the_right_name(string room, string token, string errorType)
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        var exp = $"{clock.UnixSeconds + 60}";
        await daily.RoomAsync("demo", room.Replace("EXP", exp));
        await using var page = await PageClient.JoinAsync(daily, token: await daily.TokenAsync(token.Replace("EXP", exp)));

        clock.AdvanceSeconds(60);
        ((string)(await page.NextAsync("ejected"))["error_type"]!).ShouldBe(errorType);
    }

    [Fact]
    public async Task What_is_no_message_of_a_page_ends_the_connection()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var page = await PageClient.JoinAsync(daily);
        await page.SendAsync(new() { ["type"] = 5 });
        (await page.NextAsync()).ShouldBeNull();
        (await daily.GetAsync("/standin/health")).ShouldSucceed();
    }
}
