using System.Text.Json.Nodes;
using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Faults;

public sealed class FaultsTests
{
    private const string Faults = "/standin/faults";

    [Fact]
    public async Task A_call_can_be_answered_with_an_error_and_has_no_effect()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.PostAsync(Faults, """{"method":"POST","path":"/v1/rooms","status":503,"error":"server-error","info":"no workers"}""");

        (await daily.PostAsync("/v1/rooms", """{"name":"demo"}""")).ShouldRefuse(503, "server-error", "no workers");
        (await daily.GetAsync("/v1/rooms/demo")).Status.ShouldBe(404);
        (await daily.PostAsync("/v1/rooms", """{"name":"demo"}""")).ShouldSucceed();
    }

    [Fact]
    public async Task Too_many_requests_can_come_with_a_time_to_wait()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.PostAsync(Faults, """{"path":"/v1/rooms","rate_limit":true,"retry_after":7}""");
        var answer = await daily.GetAsync("/v1/rooms");
        answer.ShouldRefuse(429, "rate-limit-error");
        answer.Response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task It_strikes_so_many_calls_after_letting_so_many_through()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.PostAsync(Faults, """{"method":"GET","path":"/v1/rooms","status":500,"skip":2,"times":2}""");
        var seen = new List<int>();
        for (var i = 0; i < 6; i++) seen.Add((await daily.GetAsync("/v1/rooms")).Status);
        seen.ShouldBe([200, 200, 500, 500, 200, 200]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("null")]
    public async Task It_strikes_until_it_is_removed(string times)
    {
        await using var daily = await TestStandIn.StartAsync();
        var id = (int)(await daily.PostAsync(Faults, $$"""{"path":"/v1/rooms","status":500,"times":{{times}}}"""))["id"]!;
        for (var i = 0; i < 5; i++) (await daily.GetAsync("/v1/rooms")).Status.ShouldBe(500);
        (await daily.DeleteAsync($"{Faults}/{id}")).ShouldSucceed();
        (await daily.GetAsync("/v1/rooms")).ShouldSucceed();
        (await daily.DeleteAsync($"{Faults}/{id}")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("/v1/rooms/*", "/v1/rooms/demo", true)]
    [InlineData("/v1/rooms/*", "/v1/rooms", false)]
    [InlineData("/v1/rooms/*", "/v1/rooms/demo/presence", false)]
    [InlineData("/v1/rooms/*/presence", "/v1/rooms/demo/presence", true)]
    [InlineData("/v1/rooms/**", "/v1/rooms/demo/presence", true)]
    [InlineData("/v1/**", "/v1/recordings", true)]
    [InlineData("/v1/rooms/d*o", "/v1/rooms/demo", true)]
    [InlineData("/v1/rooms.demo", "/v1/rooms/demo", false)]
    public async Task A_star_is_one_segment_and_two_are_anything(string path, string called, bool strikes)
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.PostAsync(Faults, $$"""{"path":"{{path}}","status":500}""");
        ((await daily.GetAsync(called)).Status == 500).ShouldBe(strikes);
    }

    [Fact]
    public async Task A_lost_answer_after_the_effect_leaves_the_client_in_doubt_and_the_room_created()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.PostAsync(Faults, """{"method":"POST","path":"/v1/rooms","lost":"after"}""");

        await Should.ThrowAsync<HttpRequestException>(() => daily.PostAsync("/v1/rooms", """{"name":"demo"}"""));

        (await daily.GetAsync("/v1/rooms/demo")).ShouldSucceed();
        (await daily.PostAsync("/v1/rooms", """{"name":"demo"}""")).Info.ShouldBe("a room named demo already exists");
        var call = (await daily.LedgerAsync("demo"))["calls"]![0]!;
        call["status"].ShouldBeNull();
        ((int)call["swallowed_status"]!).ShouldBe(200);
        ((string)call["fault"]!).ShouldBe("lost after the effect");
    }

    [Fact]
    public async Task A_call_lost_before_the_effect_leaves_nothing_behind()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.PostAsync(Faults, """{"method":"POST","path":"/v1/rooms","lost":"before"}""");
        await Should.ThrowAsync<HttpRequestException>(() => daily.PostAsync("/v1/rooms", """{"name":"demo"}"""));
        (await daily.GetAsync("/v1/rooms/demo")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_lost_answer_of_a_delete_counts_one_effect()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.PostAsync(Faults, """{"method":"DELETE","path":"/v1/rooms/*","lost":"after"}""");

        await Should.ThrowAsync<HttpRequestException>(() => daily.DeleteAsync("/v1/rooms/demo"));

        (await daily.DeleteAsync("/v1/rooms/demo")).Status.ShouldBe(404);
        var room = (await daily.LedgerAsync("demo"))["rooms"]!.AsArray().ShouldHaveSingleItem()!;
        ((int)room["deletes_with_effect"]!).ShouldBe(1);
        (await daily.LedgerAsync("demo"))["calls"]!.AsArray().Count(c => (string)c!["method"]! == "DELETE").ShouldBe(2);
    }

    [Theory]
    [InlineData("", 404)]
    [InlineData(""","lost":"before" """, 404)]
    [InlineData(""","lost":"after" """, 200)]
    public async Task A_hung_call_is_never_answered_with_or_without_its_effect(string effect, int statusAfter)
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.PostAsync(Faults, $$"""{"method":"POST","path":"/v1/rooms","hang":true{{effect}}}""");
        using var patience = new CancellationTokenSource();
        using var client = new HttpClient { BaseAddress = daily.Server.BaseUrl };
        client.DefaultRequestHeaders.Authorization = new("Bearer", daily.Server.ApiKey);
        using var body = new StringContent("""{"name":"demo"}""");

        var call = client.PostAsync("/v1/rooms", body, patience.Token);
        await Eventually.BecomesAsync(() => daily.GetAsync(Faults), f => (int)f.Body![0]!["applied"]! == 1, "the fault to strike");
        call.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);

        (await Eventually.BecomesAsync(() => daily.GetAsync("/v1/rooms/demo"), a => a.Status == statusAfter, $"{statusAfter}")).Status.ShouldBe(statusAfter);
    }

    [Fact]
    public async Task A_delayed_call_takes_effect_although_the_client_gave_up_meanwhile()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.PostAsync(Faults, """{"method":"POST","path":"/v1/rooms","delay_ms":2000}""");
        using var patience = new CancellationTokenSource();
        using var client = new HttpClient { BaseAddress = daily.Server.BaseUrl };
        client.DefaultRequestHeaders.Authorization = new("Bearer", daily.Server.ApiKey);
        using var body = new StringContent("""{"name":"demo"}""");

        var call = client.PostAsync("/v1/rooms", body, patience.Token);
        await Eventually.BecomesAsync(() => daily.GetAsync(Faults), f => (int)f.Body![0]!["applied"]! == 1, "the fault to strike");
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
        (await daily.GetAsync("/v1/rooms/demo")).Status.ShouldBe(404);

        await Eventually.BecomesAsync(
            async () =>
            {
                clock.AdvanceSeconds(2);
                return (await daily.GetAsync("/v1/rooms/demo")).Status;
            },
            status => status == 200,
            "the room created after the delay");
    }

    [Fact]
    public async Task Faults_are_listed_with_how_often_they_struck_and_all_can_be_removed()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.PostAsync(Faults, """{"path":"/v1/rooms","status":500,"skip":1,"times":3}""");
        await daily.PostAsync(Faults, """{"path":"/v1/recordings","delay_ms":1}""");
        await daily.GetAsync("/v1/rooms");
        await daily.GetAsync("/v1/rooms");

        var faults = (await daily.GetAsync(Faults)).ShouldSucceed().Body!.AsArray();
        faults.Select(f => ((int)f!["seen"]!, (int)f["applied"]!)).ShouldBe([(2, 1), (0, 0)]);
        ((int)(await daily.DeleteAsync(Faults)).ShouldSucceed()["removed"]!).ShouldBe(2);
        (await daily.GetAsync(Faults)).Body!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_ledger_shows_which_call_met_which_fault()
    {
        await using var daily = await TestStandIn.StartAsync();
        var id = (int)(await daily.PostAsync(Faults, """{"path":"/v1/rooms","status":500,"delay_ms":1}"""))["id"]!;
        await daily.GetAsync("/v1/rooms");
        await daily.GetAsync("/v1/rooms");

        var ledger = await daily.LedgerAsync();
        var calls = ledger["calls"]!.AsArray();
        calls.Select(c => (int?)c!["fault_id"]).ShouldBe([id, null]);
        ((string)calls[0]!["fault"]!).ShouldBe("delayed 1 ms, answered 500");
        ((int)ledger["summary"]!["calls_with_fault"]!).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"status":500}""")]
    [InlineData("""{"path":"/rooms","status":500}""")]
    [InlineData("""{"path":"/v1/rooms"}""")]
    [InlineData("""{"path":"/v1/rooms","times":1,"error":"x"}""")]
    [InlineData("""{"path":"/v1/rooms","lost":"sometimes"}""")]
    [InlineData("""{"path":"/v1/rooms","delay":5}""")]
    public async Task A_fault_that_could_do_nothing_is_refused(string body)
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.PostAsync(Faults, body)).ShouldRefuse(400, "invalid-request-error");
        JsonNode.DeepEquals((await daily.GetAsync(Faults)).Body, new JsonArray()).ShouldBeTrue();
    }
}
