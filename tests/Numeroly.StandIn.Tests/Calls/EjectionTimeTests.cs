using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Calls;

public sealed class EjectionTimeTests
{
    /// <summary>Times in seconds from the join; the room expires after 100, the token after 50.</summary>
    [Theory]
    [InlineData("", "", null)]
    [InlineData(""","eject_at_room_exp":true""", "", 100)]
    [InlineData(""","eject_after_elapsed":30""", "", 30)]
    [InlineData(""","eject_at_room_exp":true,"eject_after_elapsed":30""", "", 30)]
    [InlineData(""","eject_at_room_exp":true,"eject_after_elapsed":300""", "", 100)]
    [InlineData("", ""","eject_at_token_exp":true""", 50)]
    [InlineData("", ""","eject_after_elapsed":20""", 20)]
    [InlineData("", ""","eject_at_token_exp":true,"eject_after_elapsed":20""", 20)]
    [InlineData(""","eject_at_room_exp":true,"eject_after_elapsed":10""", ""","eject_at_token_exp":true""", 50)]
    [InlineData(""","eject_at_room_exp":true""", ""","eject_after_elapsed":300""", 300)]
    [InlineData(""","eject_at_room_exp":true""", ""","eject_at_token_exp":false""", 100)]
    public async Task Room_and_token_decide_together_when_somebody_is_put_out(string roomProperties, string tokenProperties, int? expected)
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync("demo", $$"""{"exp":{{clock.UnixSeconds + 100}}{{roomProperties}}}""");
        var token = await daily.TokenAsync($$"""{"room_name":"demo","exp":{{clock.UnixSeconds + 50}}{{tokenProperties}}}""");

        var joined = (await daily.TryJoinAsync("demo", $$"""{"token":"{{token}}"}""")).ShouldSucceed();

        ((double?)joined["will_eject_at"]).ShouldBe(expected is null ? null : clock.UnixSeconds + expected);
        if (expected is not { } seconds) return;
        clock.AdvanceSeconds(seconds - 0.001);
        (await daily.InsideAsync()).Count.ShouldBe(1);
        clock.AdvanceSeconds(0.001);
        (await daily.InsideAsync()).ShouldBeEmpty();
        ((string)(await daily.LedgerAsync())["participants"]![0]!["reason"]!).ShouldBe("time_up");
    }

    [Fact]
    public async Task It_is_fixed_when_joining_and_no_later_change_moves_it()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync("demo", $$"""{"exp":{{clock.UnixSeconds + 100}},"eject_at_room_exp":true}""");
        await daily.JoinAsync("demo", "early");

        await daily.PostAsync("/v1/rooms/demo", $$$"""{"properties":{"exp":{{{clock.UnixSeconds + 500}}},"eject_at_room_exp":false} }""");
        await daily.JoinAsync("demo", "late");
        clock.AdvanceSeconds(100);

        (await daily.InsideAsync()).Select(p => (string)p!["user_id"]!).ShouldBe(["late"]);
    }

    [Fact]
    public async Task Everybody_is_put_out_to_the_second_and_a_running_recording_ends_with_them()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync("demo", $$"""{"exp":{{clock.UnixSeconds + 100}},"eject_at_room_exp":true}""");
        await daily.JoinAsync("demo", "an");
        await daily.JoinAsync("demo", "bot");
        await daily.PostAsync("/v1/rooms/demo/recordings/start");

        clock.AdvanceSeconds(150);

        var recording = (await daily.GetAsync("/v1/recordings")).Data.ShouldHaveSingleItem()!;
        ((string)recording["status"]!).ShouldBe("finished");
        ((int)recording["duration"]!).ShouldBe(100);
    }
}
