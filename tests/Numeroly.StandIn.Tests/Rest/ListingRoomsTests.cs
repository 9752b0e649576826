using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class ListingRoomsTests
{
    [Fact]
    public async Task Rooms_come_newest_first_and_page_by_page()
    {
        var clock = new ManualClock();
        await using var daily = await StartWithRoomsAsync(clock, 5);

        var first = await daily.GetAsync("/v1/rooms?limit=2");
        var second = await daily.GetAsync($"/v1/rooms?limit=2&starting_after={Id(first, 1)}");
        var third = await daily.GetAsync($"/v1/rooms?limit=2&starting_after={Id(second, 1)}");

        Names(first).ShouldBe(["room4", "room3"]);
        Names(second).ShouldBe(["room2", "room1"]);
        Names(third).ShouldBe(["room0"]);
        new[] { first, second, third }.ShouldAllBe(page => (int)page["total_count"]! == 5);
    }

    [Fact]
    public async Task Ending_before_gives_the_page_just_before_and_OLDEST_the_last_one()
    {
        var clock = new ManualClock();
        await using var daily = await StartWithRoomsAsync(clock, 5);

        var last = await daily.GetAsync("/v1/rooms?limit=2&ending_before=OLDEST");
        Names(last).ShouldBe(["room1", "room0"]);
        Names(await daily.GetAsync($"/v1/rooms?limit=2&ending_before={Id(last, 0)}")).ShouldBe(["room3", "room2"]);
    }

    [Fact]
    public async Task A_room_deleted_between_two_pages_does_not_break_the_walk()
    {
        var clock = new ManualClock();
        await using var daily = await StartWithRoomsAsync(clock, 4);
        var first = await daily.GetAsync("/v1/rooms?limit=2");
        await daily.DeleteAsync("/v1/rooms/room2");
        Names(await daily.GetAsync($"/v1/rooms?limit=2&starting_after={Id(first, 1)}")).ShouldBe(["room1", "room0"]);
    }

    [Fact]
    public async Task Rooms_of_the_same_second_are_each_seen_once()
    {
        await using var daily = await StartWithRoomsAsync(new ManualClock(), 7, secondsBetween: 0);
        var seen = new List<string>();
        var page = await daily.GetAsync("/v1/rooms?limit=3");
        while (page.Data.Count > 0)
        {
            seen.AddRange(Names(page));
            page = await daily.GetAsync($"/v1/rooms?limit=3&starting_after={Id(page, page.Data.Count - 1)}");
        }

        seen.Order().ShouldBe(Enumerable.Range(0, 7).Select(i => $"room{i}"));
    }

    [Fact]
    public async Task Without_a_limit_a_page_has_100()
    {
        await using var daily = await StartWithRoomsAsync(new ManualClock(), 101, secondsBetween: 1);
        var page = await daily.GetAsync("/v1/rooms");
        page.Data.Count.ShouldBe(100);
        ((int)page["total_count"]!).ShouldBe(101);
    }

    [Theory]
    [InlineData("limit=101")]
    [InlineData("limit=0")]
    [InlineData("limit=ten")]
    [InlineData("starting_after=unknown")]
    [InlineData("ending_before=unknown")]
    public async Task A_limit_out_of_range_or_an_unknown_id_is_refused(string query)
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.GetAsync($"/v1/rooms?{query}")).ShouldRefuse(400, "invalid-request-error");
    }

    private static async Task<TestStandIn> StartWithRoomsAsync(ManualClock clock, int count, int secondsBetween = 1)
    {
        var daily = await TestStandIn.StartAsync(o =>
        {
            o.Clock = clock;
            o.RateLimits.Enabled = false;
        });
        for (var i = 0; i < count; i++)
        {
            await daily.RoomAsync($"room{i}");
            clock.AdvanceSeconds(secondsBetween);
        }

        return daily;
    }

    private static IEnumerable<string> Names(Answer page) => page.Data.Select(room => (string)room!["name"]!);

    private static string Id(Answer page, int index) => (string)page.Data[index]!["id"]!;
}
