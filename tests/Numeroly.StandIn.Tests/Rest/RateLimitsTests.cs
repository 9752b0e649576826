using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class RateLimitsTests
{
    [Theory]
    [InlineData("GET", "/v1/rooms/demo", 100, 5)]
    [InlineData("POST", "/v1/rooms/demo/send-app-message", 100, 5)]
    [InlineData("DELETE", "/v1/rooms/demo", 50, 30)]
    [InlineData("GET", "/v1/recordings", 50, 30)]
    [InlineData("POST", "/v1/rooms/demo/recordings/start", 5, 5)]
    public async Task Beyond_the_budget_calls_are_429_until_the_window_has_moved_on(string method, string path, int calls, int seconds)
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        for (var i = 0; i < calls; i++) (await CallAsync(daily, method, path)).ShouldNotBe(429);

        (await daily.SendAsync(HttpMethod.Parse(method), path)).ShouldRefuse(429, "rate-limit-error");
        clock.AdvanceSeconds(seconds - 0.001);
        (await CallAsync(daily, method, path)).ShouldBe(429);
        clock.AdvanceSeconds(0.001);
        (await CallAsync(daily, method, path)).ShouldNotBe(429);
    }

    [Fact]
    public async Task One_endpoint_at_its_limit_leaves_the_others_alone()
    {
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = new ManualClock());
        for (var i = 0; i < 101; i++) await daily.DeleteAsync("/v1/rooms/demo");
        (await CallAsync(daily, "DELETE", "/v1/rooms/other")).ShouldBe(429);
        (await CallAsync(daily, "GET", "/v1/rooms/demo")).ShouldBe(404);
    }

    [Fact]
    public async Task The_limits_can_be_widened_or_switched_off()
    {
        await using var wide = await TestStandIn.StartAsync(o => o.RateLimits.Scale = 2);
        await using var off = await TestStandIn.StartAsync(o => o.RateLimits.Enabled = false);
        for (var i = 0; i < 10; i++) (await CallAsync(wide, "POST", "/v1/rooms/demo/recordings/start")).ShouldBe(404);
        (await CallAsync(wide, "POST", "/v1/rooms/demo/recordings/start")).ShouldBe(429);
        for (var i = 0; i < 30; i++) (await CallAsync(off, "POST", "/v1/rooms/demo/recordings/start")).ShouldBe(404);
    }

    private static async Task<int> CallAsync(TestStandIn daily, string method, string path) =>
        (await daily.SendAsync(HttpMethod.Parse(method), path)).Status;
}
