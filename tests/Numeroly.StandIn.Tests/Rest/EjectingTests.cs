using System.Text.Json.Nodes;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class EjectingTests
{
    private const string Path = "/v1/rooms/demo/eject";

    [Fact]
    public async Task Those_named_by_session_or_user_are_put_out_and_unknown_ones_passed_over()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        var an = await daily.JoinAsync("demo", "an");
        var binh = await daily.JoinAsync("demo", "binh");
        var chi = await daily.JoinAsync("demo", "chi");

        var answer = (await daily.PostAsync(Path, $$"""{"ids":["{{an}}","unknown"],"user_ids":["binh"]}""")).ShouldSucceed();

        answer["ejectedIds"]!.AsArray().Select(id => (string)id!).ShouldBe([an, binh]);
        (await daily.InsideAsync()).Select(p => (string)p!["session_id"]!).ShouldBe([chi]);
        var ledger = await daily.LedgerAsync("demo");
        ledger["participants"]!.AsArray().Select(p => (string?)p!["reason"]).ShouldBe(["ejected", "ejected", null]);
        ledger["ejects"]!.AsArray().ShouldHaveSingleItem()!["ejected_ids"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_ejected_may_come_back_but_who_is_banned_may_not()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync("demo", "an");
        await daily.JoinAsync("demo", "binh");
        await daily.JoinAsync("demo", "chi");

        await daily.PostAsync(Path, """{"user_ids":["an"]}""");
        await daily.PostAsync(Path, """{"user_ids":["binh"],"ban":true}""");

        (await daily.TryJoinAsync("demo", """{"user_id":"an"}""")).ShouldSucceed();
        (await daily.TryJoinAsync("demo", """{"user_id":"binh"}""")).ShouldRefuse(403, "not-allowed");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"ids":"all"}""")]
    [InlineData("""{"ids":[1]}""")]
    [InlineData("""{"participants":["x"]}""")]
    public async Task Bodies_that_name_nobody_are_refused(string body)
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync();
        (await daily.PostAsync(Path, body)).ShouldRefuse(400, "invalid-request-error");
        (await daily.InsideAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task More_than_100_ids_are_refused()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync();
        var ids = new JsonObject { ["ids"] = new JsonArray([.. Enumerable.Range(0, 101).Select(i => (JsonNode)$"s{i}")]) };
        (await daily.PostAsync(Path, ids.ToJsonString())).ShouldRefuse(400, "invalid-request-error");
    }

    [Fact]
    public async Task A_call_goes_on_after_its_room_is_deleted_and_can_still_be_ended()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        var an = await daily.JoinAsync("demo", "an");

        (await daily.DeleteAsync("/v1/rooms/demo")).ShouldSucceed();

        (await daily.TryJoinAsync("demo")).ShouldRefuse(403, "no-room");
        (await daily.InsideAsync()).Count.ShouldBe(1);
        (await daily.PostAsync(Path, """{"user_ids":["an"]}""")).ShouldSucceed()["ejectedIds"]!.ToJsonString().ShouldContain(an);
    }
}
