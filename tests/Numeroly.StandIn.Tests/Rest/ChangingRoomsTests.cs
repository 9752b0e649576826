using System.Text.Json.Nodes;
using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class ChangingRoomsTests
{
    [Fact]
    public async Task An_update_is_laid_over_what_was_there()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", """{"max_participants":3,"enable_chat":true,"geo":"ap-southeast-1"}""");

        var room = (await daily.PostAsync("/v1/rooms/demo", """{"privacy":"private","properties":{"enable_chat":false,"max_participants":4,"geo":null}}""")).ShouldSucceed();

        ((string)room["privacy"]!).ShouldBe("private");
        JsonNode.DeepEquals(room["config"], JsonNode.Parse("""{"max_participants":4}""")).ShouldBeTrue(room["config"]!.ToJsonString());
        JsonNode.DeepEquals((await daily.GetAsync("/v1/rooms/demo")).Body, room.Body).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"name":"other"}""", "invalid property name 'name'")]
    [InlineData("""{"properties":{"nonsense":1}}""", "invalid property name 'nonsense'")]
    [InlineData("""{"properties":{"exp":1}}""", "exp was '1', which is in the past rather than in the future")]
    public async Task An_update_is_checked_as_strictly_as_a_creation(string body, string info)
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        (await daily.PostAsync("/v1/rooms/demo", body)).ShouldRefuse(400, "invalid-request-error", info);
    }

    [Fact]
    public async Task Getting_and_updating_an_unknown_room_are_404()
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.GetAsync("/v1/rooms/nowhere")).ShouldRefuse(404, "not-found", "room nowhere not found");
        (await daily.PostAsync("/v1/rooms/nowhere", "{}")).ShouldRefuse(404, "not-found", "room nowhere not found");
    }

    [Fact]
    public async Task A_room_is_deleted_once_and_404_after_that()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();

        JsonNode.DeepEquals((await daily.DeleteAsync("/v1/rooms/demo")).ShouldSucceed().Body, JsonNode.Parse("""{"deleted":true,"name":"demo"}""")).ShouldBeTrue();
        var again = await daily.DeleteAsync("/v1/rooms/demo");

        again.ShouldRefuse(404, "not-found", "room demo not found");
        again["deleted"].ShouldBeNull();
        (await daily.GetAsync("/v1/rooms/demo")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_expired_room_is_gone_and_deleting_it_is_404_with_deleted_true()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync("demo", $$"""{"exp":{{clock.UnixSeconds + 60}}}""");

        clock.AdvanceSeconds(60);

        (await daily.GetAsync("/v1/rooms/demo")).ShouldRefuse(404, "not-found", "room demo not found");
        (await daily.PostAsync("/v1/rooms/demo", "{}")).Status.ShouldBe(404);
        ((int)(await daily.GetAsync("/v1/rooms"))["total_count"]!).ShouldBe(0);
        var deleted = await daily.DeleteAsync("/v1/rooms/demo");
        deleted.ShouldRefuse(404, "not-found", "room demo not found");
        ((bool)deleted["deleted"]!).ShouldBeTrue();
        (await daily.DeleteAsync("/v1/rooms/demo"))["deleted"].ShouldBeNull();
    }

    [Fact]
    public async Task The_name_of_an_expired_room_can_be_used_again()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync("demo", $$"""{"exp":{{clock.UnixSeconds + 60}}}""");
        clock.AdvanceSeconds(61);

        await daily.RoomAsync("demo");

        var rooms = (await daily.LedgerAsync("demo"))["rooms"]!.AsArray();
        rooms.Select(r => (string?)r!["how_deleted"]).ShouldBe(["replaced_after_expiry", null]);
    }

    [Fact]
    public async Task Of_many_deletes_at_once_exactly_one_has_an_effect()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => daily.DeleteAsync("/v1/rooms/demo")));
        answers.Count(a => a.Status == 200).ShouldBe(1);
        answers.Count(a => a.Status == 404).ShouldBe(29);
        ((int)(await daily.LedgerAsync("demo"))["rooms"]![0]!["deletes_with_effect"]!).ShouldBe(1);
    }
}
