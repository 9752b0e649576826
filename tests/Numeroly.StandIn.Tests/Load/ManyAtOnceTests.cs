using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Load;

public sealed class ManyAtOnceTests
{
    [Fact]
    public async Task A_thousand_creations_of_two_seconds_each_run_at_the_same_time()
    {
        const int count = 1000;
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o =>
        {
            o.Clock = clock;
            o.RateLimits.Enabled = false;
        });
        await daily.PostAsync("/standin/faults", """{"method":"POST","path":"/v1/rooms","delay_ms":2000,"times":0}""");

        var creations = Enumerable.Range(0, count).Select(i => daily.PostAsync("/v1/rooms", $$"""{"name":"room{{i}}"}""")).ToList();
        await Eventually.BecomesAsync(() => daily.GetAsync("/standin/faults"), f => (int)f.Body![0]!["applied"]! == count, "all of them under way");
        creations.ShouldAllBe(creation => !creation.IsCompleted);
        await Eventually.BecomesAsync(
            () =>
            {
                clock.AdvanceSeconds(2);
                return Task.FromResult(creations.Count(creation => creation.IsCompleted));
            },
            done => done == count,
            "all of them answered");

        (await Task.WhenAll(creations)).ShouldAllBe(a => a.Status == 200);
        ((int)(await daily.LedgerAsync())["summary"]!["rooms_open"]!).ShouldBe(count);
    }

    [Fact]
    public async Task A_burst_of_whole_conversations_leaves_no_trace_out_of_place()
    {
        const int count = 100;
        await using var daily = await TestStandIn.StartAsync(o => o.RateLimits.Enabled = false);
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver);

        await Task.WhenAll(Enumerable.Range(0, count).Select(i => ConverseAsync(daily, $"room{i}")));

        // joined x2, meeting.started, recording.started, left x2, meeting.ended, recording.ready-to-download
        var events = await receiver.WaitForAsync(count * 8);
        events.Count.ShouldBe(count * 8);
        var summary = (await daily.LedgerAsync())["summary"]!;
        ((int)summary["rooms_created"]!).ShouldBe(count);
        ((int)summary["rooms_deleted"]!).ShouldBe(count);
        ((int)summary["rooms_deleted_more_than_once"]!).ShouldBe(0);
        ((int)summary["recordings"]!["finished"]!).ShouldBe(count);
        ((int)summary["participants_inside"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_calls_that_hang_or_are_delayed()
    {
        var daily = await TestStandIn.StartAsync();
        await daily.PostAsync("/standin/faults", """{"path":"/v1/rooms","hang":true}""");
        await daily.PostAsync("/standin/faults", """{"path":"/v1/recordings","delay_ms":2147483647}""");
        var hung = daily.GetAsync("/v1/rooms");
        var delayed = daily.GetAsync("/v1/recordings");
        await Eventually.BecomesAsync(() => daily.GetAsync("/standin/faults"), f => f.Body!.AsArray().All(x => (int)x!["applied"]! == 1), "both to strike");

        await daily.Server.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(() => hung);
        (await delayed).Status.ShouldBe(200);
        await daily.DisposeAsync();
    }

    private static async Task ConverseAsync(TestStandIn daily, string room)
    {
        await daily.RoomAsync(room, """{"enable_recording":"cloud-audio-only"}""");
        await daily.JoinWithTokenAsync(room, await daily.TokenAsync($$"""{"room_name":"{{room}}","start_cloud_recording":true,"is_owner":true}"""));
        await daily.JoinAsync(room, "an");
        (await daily.PostAsync($"/v1/rooms/{room}/send-app-message", """{"data":"bye"}""")).ShouldSucceed();
        await daily.EverybodyLeavesAsync(room);
        (await daily.DeleteAsync($"/v1/rooms/{room}")).ShouldSucceed();
    }
}
