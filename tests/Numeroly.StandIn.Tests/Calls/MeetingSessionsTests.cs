using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Calls;

public sealed class MeetingSessionsTests
{
    [Fact]
    public async Task One_alone_makes_a_meeting_only_after_30_seconds()
    {
        var clock = new ManualClock();
        await using var daily = await StartAsync(clock);
        await daily.JoinAsync();

        clock.AdvanceSeconds(29.999);
        (await MeetingsAsync(daily)).ShouldBe(0);
        clock.AdvanceSeconds(0.001);
        (await MeetingsAsync(daily)).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_alone_for_less_never_was_in_a_meeting()
    {
        var clock = new ManualClock();
        await using var daily = await StartAsync(clock);
        var session = await daily.JoinAsync();
        clock.AdvanceSeconds(20);
        await daily.LeaveAsync(session);
        clock.AdvanceSeconds(100);
        (await MeetingsAsync(daily)).ShouldBe(0);
    }

    [Fact]
    public async Task A_second_person_makes_a_meeting_at_once()
    {
        await using var daily = await StartAsync(new ManualClock());
        await daily.JoinAsync();
        await daily.JoinAsync();
        (await MeetingsAsync(daily)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_back_within_the_delay_goes_on_with_the_same_meeting()
    {
        var clock = new ManualClock();
        await using var daily = await StartAsync(clock, TimeSpan.FromSeconds(20));
        await daily.JoinAsync();
        await daily.JoinAsync();
        await daily.EverybodyLeavesAsync();
        clock.AdvanceSeconds(19);
        await daily.JoinAsync();
        clock.AdvanceSeconds(19);

        (await MeetingsAsync(daily)).ShouldBe(1);
        await OngoingShouldBeAsync(daily, 1);
    }

    [Fact]
    public async Task When_nobody_comes_back_it_ended_when_the_last_one_left()
    {
        var clock = new ManualClock();
        await using var daily = await StartAsync(clock, TimeSpan.FromSeconds(20));
        await daily.JoinAsync();
        await daily.JoinAsync();
        clock.AdvanceSeconds(60);
        await daily.EverybodyLeavesAsync();
        clock.AdvanceSeconds(20);
        await OngoingShouldBeAsync(daily, 0);
        ((int)(await daily.GetAsync("/v1/meetings")).Data[0]!["duration"]!).ShouldBe(60);

        await daily.JoinAsync();
        await daily.JoinAsync();
        (await MeetingsAsync(daily)).ShouldBe(2);
    }

    [Fact]
    public async Task One_left_alone_for_10_minutes_ends_it_and_the_next_to_join_begins_another()
    {
        var clock = new ManualClock();
        await using var daily = await StartAsync(clock);
        var an = await daily.JoinAsync();
        await daily.JoinAsync("demo", "bot");
        await daily.LeaveAsync(an);

        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        await OngoingShouldBeAsync(daily, 1);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await OngoingShouldBeAsync(daily, 0);
        (await daily.InsideAsync()).Count.ShouldBe(1);

        await daily.JoinAsync();
        (await MeetingsAsync(daily)).ShouldBe(2);
        await OngoingShouldBeAsync(daily, 1);
    }

    private static async Task<TestStandIn> StartAsync(ManualClock clock, TimeSpan endedDelay = default)
    {
        var daily = await TestStandIn.StartAsync(o =>
        {
            o.Clock = clock;
            o.MeetingEndedDelay = endedDelay;
        });
        await daily.RoomAsync();
        return daily;
    }

    private static async Task<int> MeetingsAsync(TestStandIn daily) => (await daily.GetAsync("/v1/meetings")).Data.Count;

    private static async Task OngoingShouldBeAsync(TestStandIn daily, int count) =>
        (await daily.GetAsync("/v1/meetings?ongoing=true")).Data.Count.ShouldBe(count);
}
