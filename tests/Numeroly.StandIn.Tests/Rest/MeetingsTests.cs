using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class MeetingsTests
{
    [Fact]
    public async Task A_meeting_tells_who_was_in_it_for_how_long()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync();
        var start = clock.UnixSeconds;
        var an = await daily.JoinAsync("demo", "an");
        clock.AdvanceSeconds(5);
        var binh = await daily.JoinAsync("demo", "binh");
        clock.AdvanceSeconds(10);
        await daily.LeaveAsync(an);
        clock.AdvanceSeconds(20);

        var meeting = (await daily.GetAsync("/v1/meetings?room=demo")).ShouldSucceed().Data.ShouldHaveSingleItem()!;

        ((string)meeting["room"]!).ShouldBe("demo");
        ((long)meeting["start_time"]!).ShouldBe(start + 5);
        ((int)meeting["duration"]!).ShouldBe(30);
        ((bool)meeting["ongoing"]!).ShouldBeTrue();
        ((int)meeting["max_participants"]!).ShouldBe(2);
        var people = meeting["participants"]!.AsArray();
        people.Select(p => (string)p!["participant_id"]!).ShouldBe([an, binh]);
        people.Select(p => (string)p!["user_id"]!).ShouldBe(["an", "binh"]);
        people.Select(p => (long)p!["join_time"]!).ShouldBe([start, start + 5]);
        people.Select(p => (int)p!["duration"]!).ShouldBe([15, 30]);

        await daily.EverybodyLeavesAsync();
        clock.AdvanceSeconds(100);
        var ended = (await daily.GetAsync($"/v1/meetings/{(string)meeting["id"]!}")).ShouldSucceed();
        ((bool)ended["ongoing"]!).ShouldBeFalse();
        ((int)ended["duration"]!).ShouldBe(30);
    }

    [Fact]
    public async Task The_list_can_be_narrowed()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        var start = clock.UnixSeconds;
        await HoldMeetingAsync(daily, clock, "one");
        clock.AdvanceSeconds(1000);
        await HoldMeetingAsync(daily, clock, "two");
        await daily.RoomAsync("three");
        await daily.JoinAsync("three");
        await daily.JoinAsync("three");

        await RoomsShouldBeAsync(daily, "", "three", "two", "one");
        await RoomsShouldBeAsync(daily, "room=one", "one");
        await RoomsShouldBeAsync(daily, "ongoing=true", "three");
        await RoomsShouldBeAsync(daily, "ongoing=false", "two", "one");
        await RoomsShouldBeAsync(daily, $"timeframe_end={start + 500}", "one");
        await RoomsShouldBeAsync(daily, $"timeframe_start={start + 500}", "three", "two");
        await RoomsShouldBeAsync(daily, "limit=1", "three");
        (await daily.GetAsync("/v1/meetings?no_participants=true")).Data.ShouldAllBe(m => m!["participants"] == null);
        (await daily.GetAsync("/v1/meetings?timeframe_start=monday")).ShouldRefuse(400, "invalid-request-error");
    }

    [Fact]
    public async Task Participants_can_be_paged_and_past_the_end_it_is_404()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        var sessions = new[] { await daily.JoinAsync(), await daily.JoinAsync(), await daily.JoinAsync() };
        var path = $"/v1/meetings/{(string)(await daily.GetAsync("/v1/meetings")).Data[0]!["id"]!}/participants";

        Ids(await daily.GetAsync($"{path}?limit=2")).ShouldBe(sessions[..2]);
        Ids(await daily.GetAsync($"{path}?joined_after={sessions[1]}")).ShouldBe(sessions[2..]);
        Ids(await daily.GetAsync($"{path}?joined_before={sessions[1]}")).ShouldBe(sessions[..1]);
        (await daily.GetAsync($"{path}?joined_after={sessions[2]}")).Status.ShouldBe(404);
        (await daily.GetAsync("/v1/meetings/unknown/participants")).Status.ShouldBe(404);
        (await daily.GetAsync("/v1/meetings/unknown")).ShouldRefuse(404, "not-found");
    }

    private static async Task HoldMeetingAsync(TestStandIn daily, ManualClock clock, string room)
    {
        await daily.RoomAsync(room);
        await daily.JoinAsync(room);
        await daily.JoinAsync(room);
        clock.AdvanceSeconds(60);
        await daily.EverybodyLeavesAsync(room);
        clock.AdvanceSeconds(1);
    }

    private static async Task RoomsShouldBeAsync(TestStandIn daily, string query, params string[] rooms) =>
        (await daily.GetAsync($"/v1/meetings?{query}")).ShouldSucceed().Data.Select(m => (string)m!["room"]!).ShouldBe(rooms);

    private static IEnumerable<string> Ids(Answer answer) => answer.ShouldSucceed().Data.Select(p => (string)p!["participant_id"]!);
}
