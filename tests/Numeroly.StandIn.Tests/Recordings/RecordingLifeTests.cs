using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Recordings;

public sealed class RecordingLifeTests
{
    private const string Start = "/v1/rooms/demo/recordings/start";
    private const string Stop = "/v1/rooms/demo/recordings/stop";

    [Fact]
    public async Task A_recording_is_in_progress_without_a_duration_until_its_file_is_ready()
    {
        var clock = new ManualClock();
        await using var daily = await StartCallAsync(clock, recordingDelay: 60);

        (await daily.PostAsync(Start, """{"type":"cloud-audio-only"}""")).ShouldSucceed();
        clock.AdvanceSeconds(12);
        await daily.JoinAsync();
        var running = await OnlyRecordingAsync(daily);
        ((string)running["status"]!).ShouldBe("in-progress");
        running["duration"].ShouldBeNull();

        (await daily.PostAsync(Stop)).ShouldSucceed();
        clock.AdvanceSeconds(59);
        ((string)(await OnlyRecordingAsync(daily))["status"]!).ShouldBe("in-progress");
        clock.AdvanceSeconds(1);

        var finished = (await daily.GetAsync($"/v1/recordings/{(string)running["id"]!}")).ShouldSucceed();
        ((string)finished["status"]!).ShouldBe("finished");
        ((int)finished["duration"]!).ShouldBe(12);
        ((string)finished["room_name"]!).ShouldBe("demo");
        ((long)finished["start_ts"]!).ShouldBe(clock.UnixSeconds - 72);
        ((int)finished["max_participants"]!).ShouldBe(2);
        ((string)finished["type"]!).ShouldBe("cloud-audio-only");
        ((string)finished["s3key"]!).ShouldStartWith("standin/demo/");
        ((string)finished["share_token"]!).ShouldNotBeEmpty();
        Guid.TryParse((string)finished["mtgSessionId"]!, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_start_of_the_same_instance_is_refused_but_another_instance_may_run()
    {
        await using var daily = await StartCallAsync();
        const string instance = """{"instanceId":"11111111-2222-4333-8444-555555555555"}""";

        (await daily.PostAsync(Start, instance)).ShouldSucceed();
        var again = await daily.PostAsync(Start, instance);
        again.ShouldRefuse(400, "invalid-request-error");
        again.Info!.ShouldContain("has an active stream");
        (await daily.PostAsync(Start)).ShouldSucceed();

        (await daily.PostAsync(Stop, instance)).ShouldSucceed();
        (await daily.PostAsync(Stop, instance)).ShouldRefuse(400, "invalid-request-error");
        (await daily.PostAsync("/v1/rooms/demo/recordings/update", """{"layout":{"preset":"audio-only"}}""")).ShouldSucceed();
        (await daily.PostAsync("/v1/rooms/demo/recordings/update", """{"instanceId":"11111111-2222-4333-8444-555555555555"}""")).Status.ShouldBe(400);
        (await daily.PostAsync(Stop)).ShouldSucceed();
        (await daily.GetAsync("/v1/recordings")).Data.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Raw_tracks_are_stopped_only_by_their_type()
    {
        await using var daily = await StartCallAsync();
        await daily.PostAsync(Start, """{"type":"raw-tracks"}""");
        (await daily.PostAsync(Stop)).ShouldRefuse(400, "invalid-request-error");
        (await daily.PostAsync(Stop, """{"type":"raw-tracks"}""")).ShouldSucceed();
    }

    [Theory]
    [InlineData("""{"instance_id":"x"}""", "invalid property name 'instance_id'")]
    [InlineData("""{"instanceId":"x"}""", "instanceId was 'x' but should be a uuid")]
    [InlineData("""{"type":"local"}""", "type was 'local' but should be one of cloud, cloud-audio-only, raw-tracks")]
    [InlineData("""{"layout":{"preset":"mosaic"}}""", null)]
    [InlineData("""{"audioBitrate":5}""", "audioBitrate was '5' but should be an integer from 10 to 320")]
    [InlineData("""{"maxDuration":0}""", null)]
    public async Task Bodies_Daily_would_not_take_are_refused(string body, string? info)
    {
        await using var daily = await StartCallAsync();
        (await daily.PostAsync(Start, body)).ShouldRefuse(400, "invalid-request-error", info);
        (await daily.GetAsync("/v1/recordings")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_ends_when_the_last_one_leaves_and_at_its_longest_time()
    {
        var clock = new ManualClock();
        await using var daily = await StartCallAsync(clock);
        await daily.PostAsync(Start, """{"maxDuration":30}""");
        clock.AdvanceSeconds(100);
        ((int)(await OnlyRecordingAsync(daily))["duration"]!).ShouldBe(30);

        await daily.PostAsync(Start);
        clock.AdvanceSeconds(10);
        await daily.EverybodyLeavesAsync();
        clock.AdvanceSeconds(1);
        (await daily.GetAsync("/v1/recordings")).Data.Select(r => (int)r!["duration"]!).Order().ShouldBe([10, 30]);
    }

    [Fact]
    public async Task A_user_who_rejoins_alone_under_a_unique_id_does_not_end_it()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", """{"enforce_unique_user_ids":true}""");
        await daily.JoinAsync("demo", "an");
        await daily.PostAsync(Start);
        await daily.JoinAsync("demo", "an");
        ((string)(await OnlyRecordingAsync(daily))["status"]!).ShouldBe("in-progress");
        (await daily.PostAsync(Stop)).ShouldSucceed();
    }

    [Theory]
    [InlineData("cloud", """{"start_cloud_recording":true}""", "cloud")]
    [InlineData("cloud-audio-only", """{"start_cloud_recording":true}""", "cloud-audio-only")]
    [InlineData("cloud", """{"start_cloud_recording":true,"enable_recording":"cloud-audio-only"}""", "cloud-audio-only")]
    [InlineData("raw-tracks", """{"start_cloud_recording":true}""", null)]
    [InlineData("local", """{"start_cloud_recording":true}""", null)]
    [InlineData("cloud", """{"start_cloud_recording":false}""", null)]
    public async Task A_token_starts_it_by_joining_where_cloud_recording_is_on(string roomMode, string token, string? type)
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", $$"""{"enable_recording":"{{roomMode}}"}""");
        await daily.JoinWithTokenAsync("demo", await daily.TokenAsync(token));
        (await daily.GetAsync("/v1/recordings")).Data.Select(r => (string?)r!["type"]).ShouldBe(type is null ? [] : [type]);
    }

    [Fact]
    public async Task A_second_holder_of_such_a_token_leaves_the_running_recording_alone()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", """{"enable_recording":"cloud"}""");
        var token = await daily.TokenAsync("""{"start_cloud_recording":true}""");
        await daily.JoinWithTokenAsync("demo", token);
        await daily.JoinWithTokenAsync("demo", token);
        await OnlyRecordingAsync(daily);
    }

    [Fact]
    public async Task A_recording_can_be_made_to_fail_and_then_another_may_start()
    {
        await using var daily = await StartCallAsync();
        await daily.PostAsync(Start);
        var id = (string)(await OnlyRecordingAsync(daily))["id"]!;

        (await daily.PostAsync($"/standin/recordings/{id}/fail", """{"error_msg":"no space left"}""")).ShouldSucceed();

        ((string)(await daily.GetAsync($"/v1/recordings/{id}"))["status"]!).ShouldBe("canceled");
        (await daily.PostAsync($"/standin/recordings/{id}/fail")).Status.ShouldBe(400);
        (await daily.PostAsync("/standin/recordings/unknown/fail")).Status.ShouldBe(404);
        (await daily.PostAsync(Start)).ShouldSucceed();
        ((int)(await daily.LedgerAsync())["summary"]!["recordings"]!["canceled"]!).ShouldBe(1);
    }

    private static async Task<TestStandIn> StartCallAsync(ManualClock? clock = null, double recordingDelay = 0)
    {
        var daily = await TestStandIn.StartAsync(o =>
        {
            o.Clock = clock ?? TimeProvider.System;
            o.RecordingDelay = TimeSpan.FromSeconds(recordingDelay);
        });
        await daily.RoomAsync();
        await daily.JoinAsync("demo", "bot");
        return daily;
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> OnlyRecordingAsync(TestStandIn daily) =>
        (await daily.GetAsync("/v1/recordings")).ShouldSucceed().Data.ShouldHaveSingleItem()!;
}
