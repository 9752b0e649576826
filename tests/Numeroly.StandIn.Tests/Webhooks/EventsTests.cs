using System.Text.Json.Nodes;
using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Webhooks;

public sealed class EventsTests
{
    [Fact]
    public async Task Joining_and_leaving_are_told_with_float_times_and_Dailys_field_names()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver);
        await daily.RoomAsync("demo", """{"eject_after_elapsed":600}""");
        clock.AdvanceSeconds(0.123);
        var joinedAt = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var session = (string)(await daily.TryJoinAsync("demo", """{"user_id":"an","user_name":"Ân","owner":true}"""))["session_id"]!;
        clock.AdvanceSeconds(1.5);
        await daily.LeaveAsync(session);

        var joined = await receiver.WaitForAsync("participant.joined");
        var left = await receiver.WaitForAsync("participant.left");

        joined.IsSignedWith(WebhookSetup.Hmac).ShouldBeTrue();
        long.Parse(joined.Timestamp!).ShouldBeInRange(joinedAt, joinedAt + 1500);
        joined.Body.ShouldContain("Ân");
        joined.Json.AsObject().Select(p => p.Key).ShouldBe(["version", "type", "id", "payload", "event_ts"]);
        ((string)joined.Json["version"]!).ShouldBe("1.0.0");
        ((string)joined.Json["id"]!).ShouldBe($"ptcpt-join-{session}-{joinedAt}");
        ((double)joined.Json["event_ts"]!).ShouldBe(joinedAt / 1000d);
        JsonNode.DeepEquals(joined.Payload, JsonNode.Parse($$"""
            {"joined_at":{{joinedAt / 1000d}},"session_id":"{{session}}","room":"demo","user_id":"an","user_name":"Ân","owner":true,"networkQualityState":"unknown",
             "will_eject_at":{{(joinedAt + 600_000) / 1000d}},"permissions":{"hasPresence":true,"canSend":true,"canReceive":{"base":true},"canAdmin":true} }
            """)).ShouldBeTrue(joined.Body);
        ((string)left.Json["id"]!).ShouldBe($"ptcpt-left-{session}-{joinedAt + 1500}");
        ((double)left.Payload["duration"]!).ShouldBe(1.5);
        ((string)left.Payload["room"]!).ShouldBe("demo");
    }

    [Fact]
    public async Task A_meeting_is_told_at_its_beginning_and_at_its_delayed_end()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o =>
        {
            o.Clock = clock;
            o.MeetingEndedDelay = TimeSpan.FromSeconds(20);
        });
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver);
        await daily.RoomAsync();
        await daily.JoinAsync();
        await daily.JoinAsync();
        var start = clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000d;
        clock.AdvanceSeconds(60.25);
        await daily.EverybodyLeavesAsync();

        clock.AdvanceSeconds(19.9);
        (await receiver.WaitForAsync(5)).Select(e => e.Type).ShouldBe(["participant.joined", "participant.joined", "meeting.started", "participant.left", "participant.left"]);
        clock.AdvanceSeconds(0.1);
        var ended = await receiver.WaitForAsync("meeting.ended");

        var started = await receiver.WaitForAsync("meeting.started");
        ((double)started.Payload["start_ts"]!).ShouldBe(start);
        ((string)started.Payload["room"]!).ShouldBe("demo");
        ((double)ended.Payload["end_ts"]!).ShouldBe(start + 60.25);
        ((string)ended.Payload["meeting_id"]!).ShouldBe((string)started.Payload["meeting_id"]!);
        ((string)ended.Payload["room"]!).ShouldBe("demo");
    }

    [Fact]
    public async Task A_recording_is_told_from_start_to_ready_and_calls_the_room_room_name()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver);
        await daily.RoomAsync("demo", """{"enable_recording":"cloud"}""");
        var session = await daily.JoinWithTokenAsync("demo", await daily.TokenAsync("""{"start_cloud_recording":true}"""));
        clock.AdvanceSeconds(5);
        await daily.PostAsync("/v1/rooms/demo/recordings/stop");
        clock.AdvanceSeconds(1);

        var started = (await receiver.WaitForAsync("recording.started")).Payload;
        var ready = await receiver.WaitForAsync("recording.ready-to-download");

        ((string)started["action"]!).ShouldBe("start-cloud-recording");
        ((string)started["started_by"]!).ShouldBe(session);
        ((string)started["room_name"]!).ShouldBe("demo");
        ((string)started["instance_id"]!).ShouldBe("c3df927c-f738-4471-a2b7-066fa7e95a6b");
        ((string)ready.Payload["recording_id"]!).ShouldBe((string)started["recording_id"]!);
        ((string)ready.Payload["room_name"]!).ShouldBe("demo");
        ((string)ready.Payload["status"]!).ShouldBe("finished");
        ((string)ready.Payload["type"]!).ShouldBe("cloud");
        ((int)ready.Payload["duration"]!).ShouldBe(5);
        ((int)ready.Payload["max_participants"]!).ShouldBe(1);
        ready.Payload["s3_key"].ShouldNotBeNull();
        ready.Payload.AsObject().ContainsKey("tracks").ShouldBeTrue();
        ((string)ready.Json["id"]!).ShouldStartWith("rec-rtd-c3df927c-f738-4471-a2b7-066fa7e95a6b-");
    }

    [Fact]
    public async Task A_recording_of_no_length_is_never_ready_to_download()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver, "circuit-breaker", "recording.ready-to-download", "meeting.started");
        await daily.RoomAsync();
        await daily.JoinAsync();
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        await daily.PostAsync("/v1/rooms/demo/recordings/stop");
        clock.AdvanceSeconds(30);

        (await receiver.WaitForAsync(1)).ShouldHaveSingleItem().Type.ShouldBe("meeting.started");
        ((string)(await daily.GetAsync("/v1/recordings")).Data[0]!["status"]!).ShouldBe("finished");
    }

    [Fact]
    public async Task A_failed_recording_is_told_as_an_error()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver);
        await daily.RoomAsync();
        await daily.JoinAsync();
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        var id = (string)(await daily.RecordingAsync("in-progress"))["id"]!;
        await daily.PostAsync($"/standin/recordings/{id}/fail", """{"error_msg":"no space left"}""");

        var error = (await receiver.WaitForAsync("recording.error")).Payload;
        ((string)error["action"]!).ShouldBe("clourd-recording-err");
        ((string)error["error_msg"]!).ShouldBe("no space left");
        ((string)error["room_name"]!).ShouldBe("demo");
        ((string)error["instance_id"]!).ShouldNotBeEmpty();
        error["timestamp"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_the_chosen_types_are_sent()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver, "circuit-breaker", "participant.left");
        await daily.RoomAsync();
        await daily.LeaveAsync(await daily.JoinAsync("demo", "an"));
        await daily.LeaveAsync(await daily.JoinAsync("demo", "binh"));
        (await receiver.WaitForAsync(2)).Select(e => e.Type).ShouldBe(["participant.left", "participant.left"]);
    }

    [Fact]
    public async Task Events_arrive_in_the_order_in_which_things_happened()
    {
        await using var daily = await TestStandIn.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver, "circuit-breaker", "participant.joined");
        await daily.RoomAsync();
        for (var i = 0; i < 40; i++) await daily.JoinAsync("demo", $"user{i}");
        (await receiver.WaitForAsync(40)).Select(e => (string)e.Payload["user_id"]!).ShouldBe(Enumerable.Range(0, 40).Select(i => $"user{i}"));
    }

    [Fact]
    public async Task With_more_lanes_each_room_still_keeps_its_own_order()
    {
        await using var daily = await TestStandIn.StartAsync(o => o.WebhookLanes = 4);
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver, "circuit-breaker", "participant.joined");
        for (var room = 0; room < 5; room++) await daily.RoomAsync($"room{room}");
        for (var i = 0; i < 10; i++)
        {
            for (var room = 0; room < 5; room++) await daily.JoinAsync($"room{room}", $"user{i}");
        }

        foreach (var room in (await receiver.WaitForAsync(50)).GroupBy(e => (string)e.Payload["room"]!))
            room.Select(e => (string)e.Payload["user_id"]!).ShouldBe(Enumerable.Range(0, 10).Select(i => $"user{i}"));
    }
}
