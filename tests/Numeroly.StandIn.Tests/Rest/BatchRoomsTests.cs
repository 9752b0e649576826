using System.Text.Json.Nodes;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class BatchRoomsTests
{
    [Fact]
    public async Task Many_rooms_are_created_and_deleted_at_once()
    {
        await using var daily = await TestStandIn.StartAsync();

        var created = (await daily.PostAsync("/v1/batch/rooms", """{"rooms":[{"name":"a"},{"name":"b","privacy":"private","properties":{"max_participants":3}}]}""")).ShouldSucceed();
        created.Body!.AsArray().Select(r => (string)r!["name"]!).ShouldBe(["a", "b"]);

        var deleted = (await daily.DeleteAsync("/v1/batch/rooms", """{"rooms":["a","b"]}""")).ShouldSucceed();
        JsonNode.DeepEquals(deleted.Body, JsonNode.Parse("""{"deleted_count":2}""")).ShouldBeTrue();
        ((int)(await daily.GetAsync("/v1/rooms"))["total_count"]!).ShouldBe(0);
        (await daily.LedgerAsync())["rooms"]!.AsArray().ShouldAllBe(r => (string)r!["how_deleted"]! == "deleted_in_batch");
    }

    [Theory]
    [InlineData("""{"rooms":[{"name":"new"},{"name":"taken"}]}""")]
    [InlineData("""{"rooms":[{"name":"new"},{"name":"new"}]}""")]
    [InlineData("""{"rooms":[{"name":"new"},{"properties":{"record_on_start":true}}]}""")]
    [InlineData("""{"rooms":["new"]}""")]
    public async Task One_bad_room_means_none_is_created(string body)
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("taken");
        (await daily.PostAsync("/v1/batch/rooms", body)).ShouldRefuse(400, "invalid-request-error");
        ((int)(await daily.GetAsync("/v1/rooms"))["total_count"]!).ShouldBe(1);
    }

    [Fact]
    public async Task One_unknown_room_means_none_is_deleted()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("a");
        (await daily.DeleteAsync("/v1/batch/rooms", """{"rooms":["a","nowhere"]}""")).Status.ShouldBe(404);
        (await daily.GetAsync("/v1/rooms/a")).ShouldSucceed();
    }
}
