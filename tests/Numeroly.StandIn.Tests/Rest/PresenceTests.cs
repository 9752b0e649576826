using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class PresenceTests
{
    [Fact]
    public async Task A_room_tells_who_is_in_it()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync();
        var an = (string)(await daily.TryJoinAsync("demo", """{"user_id":"an","user_name":"An"}"""))["session_id"]!;
        await daily.JoinAsync("demo", "binh");
        clock.AdvanceSeconds(7);

        var presence = (await daily.GetAsync("/v1/rooms/demo/presence")).ShouldSucceed();

        ((int)presence["total_count"]!).ShouldBe(2);
        var first = presence.Data[0]!;
        ((string)first["id"]!).ShouldBe(an);
        ((string)first["room"]!).ShouldBe("demo");
        ((string)first["userId"]!).ShouldBe("an");
        ((string)first["userName"]!).ShouldBe("An");
        ((string)first["joinTime"]!).ShouldBe("2026-11-22T09:00:00.000Z");
        ((int)first["duration"]!).ShouldBe(7);
        Guid.TryParse((string)first["mtgSessionId"]!, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task It_can_be_narrowed_by_user_and_number()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.TryJoinAsync("demo", """{"user_id":"an","user_name":"An"}""");
        await daily.TryJoinAsync("demo", """{"user_id":"binh","user_name":"Bình"}""");

        (await daily.GetAsync("/v1/rooms/demo/presence?userId=binh")).Data.ShouldHaveSingleItem();
        (await daily.GetAsync("/v1/rooms/demo/presence?userName=An")).Data.ShouldHaveSingleItem();
        var limited = await daily.GetAsync("/v1/rooms/demo/presence?limit=1");
        limited.Data.ShouldHaveSingleItem();
        ((int)limited["total_count"]!).ShouldBe(2);
    }

    [Fact]
    public async Task All_rooms_together_are_keyed_by_name_and_empty_ones_left_out()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("one");
        await daily.RoomAsync("two");
        await daily.RoomAsync("empty");
        await daily.JoinAsync("one");
        await daily.JoinAsync("two");
        await daily.JoinAsync("two");

        var all = (await daily.GetAsync("/v1/presence")).ShouldSucceed().Body!.AsObject();

        all.Select(room => room.Key).Order().ShouldBe(["one", "two"]);
        all["two"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task It_can_lag_behind_as_Dailys_does()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o =>
        {
            o.Clock = clock;
            o.PresenceLag = TimeSpan.FromSeconds(15);
        });
        await daily.RoomAsync();
        await daily.JoinAsync();

        ((int)(await daily.GetAsync("/v1/rooms/demo/presence"))["total_count"]!).ShouldBe(0);
        clock.AdvanceSeconds(15);
        ((int)(await daily.GetAsync("/v1/rooms/demo/presence"))["total_count"]!).ShouldBe(1);
    }
}
