using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Ledger;

public sealed class LedgerTests
{
    [Fact]
    public async Task Rooms_are_shown_with_how_they_came_to_be_gone()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync("open");
        await daily.RoomAsync("deleted");
        await daily.RoomAsync("expired", $$"""{"exp":{{clock.UnixSeconds + 10}}}""");
        await daily.RoomAsync("late", $$"""{"exp":{{clock.UnixSeconds + 10}}}""");
        await daily.DeleteAsync("/v1/rooms/deleted");
        clock.AdvanceSeconds(10);
        await daily.DeleteAsync("/v1/rooms/late");
        await daily.DeleteAsync("/v1/rooms/deleted");
        await daily.DeleteAsync("/v1/rooms/never");

        var ledger = await daily.LedgerAsync();

        var rooms = ledger["rooms"]!.AsArray().ToDictionary(r => (string)r!["name"]!, r => r!);
        rooms["open"]["deleted_at"].ShouldBeNull();
        ((string)rooms["deleted"]["how_deleted"]!).ShouldBe("deleted");
        ((bool)rooms["expired"]["expired"]!).ShouldBeTrue();
        rooms["expired"]["deleted_at"].ShouldBeNull();
        ((string)rooms["late"]["how_deleted"]!).ShouldBe("deleted_after_expiry");
        ((DateTimeOffset)rooms["late"]["deleted_at"]!).ShouldBe(clock.GetUtcNow());
        var refused = ledger["refused_deletes"]!.AsArray();
        refused.Select(d => ((string)d!["room"]!, (string)d["reason"]!)).ShouldBe([("deleted", "already deleted"), ("never", "never existed")]);
        var summary = ledger["summary"]!;
        ((int)summary["rooms_created"]!).ShouldBe(4);
        ((int)summary["rooms_open"]!).ShouldBe(1);
        ((int)summary["rooms_deleted"]!).ShouldBe(2);
        ((int)summary["rooms_expired"]!).ShouldBe(1);
        ((int)summary["rooms_deleted_more_than_once"]!).ShouldBe(0);
        ((int)summary["refused_deletes"]!).ShouldBe(2);
    }

    [Fact]
    public async Task Every_call_of_the_API_is_noted_and_nothing_of_the_control_surface()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync();
        await daily.GetAsync("/v1/rooms?limit=5");
        await daily.SendAsync(HttpMethod.Get, "/v1/rooms/demo", null, null);

        var calls = (await daily.LedgerAsync())["calls"]!.AsArray();

        calls.Select(c => $"{c!["method"]} {c["path"]}{c["query"]} {c["status"]}").ShouldBe(
            ["POST /v1/rooms 200", "GET /v1/rooms?limit=5 200", "GET /v1/rooms/demo 400"]);
        calls.ShouldAllBe(c => c!["at"] != null && (double)c["duration_ms"]! >= 0);
        calls.ToJsonString().ShouldNotContain(daily.Server.ApiKey);
    }

    [Fact]
    public async Task It_can_be_narrowed_to_one_room()
    {
        await using var daily = await TestStandIn.StartAsync();
        foreach (var room in new[] { "one", "two" })
        {
            await daily.RoomAsync(room);
            await daily.TokenAsync($$"""{"room_name":"{{room}}"}""");
            await daily.JoinAsync(room, room);
            await daily.PostAsync($"/v1/rooms/{room}/send-app-message", """{"data":1}""");
            await daily.PostAsync($"/v1/rooms/{room}/recordings/start");
            await daily.PostAsync($"/v1/rooms/{room}/eject", $$"""{"user_ids":["{{room}}"]}""");
            await daily.DeleteAsync($"/v1/rooms/{room}");
            await daily.DeleteAsync($"/v1/rooms/{room}");
        }

        var ledger = await daily.LedgerAsync("one");

        foreach (var part in new[] { "rooms", "tokens", "participants", "recordings", "app_messages", "ejects", "refused_deletes" })
            ledger[part]!.AsArray().Count.ShouldBe(1, part);
        ledger["calls"]!.AsArray().Count.ShouldBe(7);
        ((int)ledger["summary"]!["rooms_created"]!).ShouldBe(1);
        ((int)(await daily.LedgerAsync())["summary"]!["rooms_created"]!).ShouldBe(2);
    }

    [Fact]
    public async Task Sessions_and_recordings_are_shown_with_their_times()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync();
        var session = await daily.JoinAsync("demo", "an");
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        clock.AdvanceSeconds(30);
        await daily.LeaveAsync(session);
        clock.AdvanceSeconds(1);

        var ledger = await daily.LedgerAsync();

        var participant = ledger["participants"]!.AsArray().ShouldHaveSingleItem()!;
        ((DateTimeOffset)participant["left_at"]! - (DateTimeOffset)participant["joined_at"]!).ShouldBe(TimeSpan.FromSeconds(30));
        ((string)participant["reason"]!).ShouldBe("left");
        var recording = ledger["recordings"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)recording["status"]!).ShouldBe("finished");
        ((int)recording["duration_seconds"]!).ShouldBe(30);
        ((int)ledger["summary"]!["recordings"]!["finished"]!).ShouldBe(1);
        ((int)ledger["summary"]!["participants_inside"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Clearing_forgets_calls_and_deliveries_but_nothing_that_happened()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver);
        await daily.RoomAsync();
        await daily.JoinAsync();
        await daily.DeliveriesAsync(1);

        (await daily.DeleteAsync("/standin/ledger")).ShouldSucceed();

        var ledger = await daily.LedgerAsync();
        ledger["calls"]!.AsArray().ShouldBeEmpty();
        ledger["webhook_deliveries"]!.AsArray().ShouldBeEmpty();
        ledger["rooms"]!.AsArray().Count.ShouldBe(1);
        ledger["participants"]!.AsArray().Count.ShouldBe(1);
        (await daily.GetAsync("/v1/rooms/demo")).ShouldSucceed();
    }

    [Fact]
    public async Task It_forgets_the_oldest_calls_first_when_there_are_too_many()
    {
        await using var daily = await TestStandIn.StartAsync(o => o.LedgerLimit = 3);
        for (var i = 0; i < 5; i++) await daily.GetAsync($"/v1/rooms/room{i}");
        (await daily.LedgerAsync())["calls"]!.AsArray().Select(c => (string)c!["room"]!).ShouldBe(["room2", "room3", "room4"]);
    }
}
