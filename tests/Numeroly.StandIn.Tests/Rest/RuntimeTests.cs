using System.Text.Json.Nodes;
using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class RuntimeTests
{
    public static TheoryData<string, string, string> Endpoints { get; } = new()
    {
        { "POST", "send-app-message", """{"data":1}""" },
        { "POST", "eject", """{"user_ids":["nobody"]}""" },
        { "POST", "update-permissions", """{"data":{}}""" },
        { "POST", "set-session-data", """{"data":{}}""" },
        { "GET", "get-session-data", "" },
        { "GET", "presence", "" },
        { "POST", "recordings/start", "{}" },
        { "POST", "recordings/update", "{}" },
        { "POST", "recordings/stop", "{}" },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Without_anybody_in_the_room_there_is_no_call(string method, string endpoint, string body)
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        var answer = await daily.SendAsync(HttpMethod.Parse(method), $"/v1/rooms/demo/{endpoint}", body.Length > 0 ? body : null);
        answer.ShouldRefuse(404, "not-found", "room demo does not seem to be hosting a call currently");
    }

    [Fact]
    public async Task The_call_is_found_only_after_the_lag_since_the_first_join()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o =>
        {
            o.Clock = clock;
            o.CallLag = TimeSpan.FromSeconds(3);
        });
        await daily.RoomAsync();
        await daily.JoinAsync();

        (await daily.PostAsync("/v1/rooms/demo/recordings/start")).Status.ShouldBe(404);
        clock.AdvanceSeconds(2.9);
        (await daily.PostAsync("/v1/rooms/demo/recordings/start")).Status.ShouldBe(404);
        await daily.JoinAsync();
        clock.AdvanceSeconds(0.1);
        (await daily.PostAsync("/v1/rooms/demo/recordings/start")).ShouldSucceed();
    }

    [Fact]
    public async Task When_the_last_one_has_left_there_is_no_call_any_more()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.LeaveAsync(await daily.JoinAsync());
        (await daily.PostAsync("/v1/rooms/demo/send-app-message", """{"data":1}""")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Session_data_is_replaced_or_merged_and_gone_with_the_call()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync();
        const string path = "/v1/rooms/demo/set-session-data";

        ((string)(await daily.PostAsync(path, """{"data":{"a":1,"b":{"c":2}}}""")).ShouldSucceed()["sent"]!).ShouldBe("true");
        await daily.PostAsync(path, """{"data":{"d":3},"mergeStrategy":"shallow-merge","keysToDelete":["a"]}""");
        JsonNode.DeepEquals((await daily.GetAsync("/v1/rooms/demo/get-session-data")).Body, JsonNode.Parse("""{"b":{"c":2},"d":3}""")).ShouldBeTrue();
        await daily.PostAsync(path, """{"data":{"e":4}}""");
        JsonNode.DeepEquals((await daily.GetAsync("/v1/rooms/demo/get-session-data")).Body, JsonNode.Parse("""{"e":4}""")).ShouldBeTrue();

        await daily.EverybodyLeavesAsync();
        await Eventually.BecomesAsync(
            async () =>
            {
                await daily.JoinAsync();
                var data = await daily.GetAsync("/v1/rooms/demo/get-session-data");
                await daily.EverybodyLeavesAsync();
                return data.Body!.ToJsonString();
            },
            data => data == "{}",
            "empty session data in a new call");
    }

    [Fact]
    public async Task Session_data_beyond_100_KB_is_refused()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync();
        var big = new string('x', 100 * 1024);
        (await daily.PostAsync("/v1/rooms/demo/set-session-data", $$$"""{"data":{"big":"{{{big}}}"}}""")).ShouldRefuse(400, "invalid-request-error");
    }

    [Fact]
    public async Task Permissions_change_for_one_participant_or_for_all()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        var an = await daily.JoinAsync("demo", "an");
        var binh = await daily.JoinAsync("demo", "binh");

        (await daily.PostAsync("/v1/rooms/demo/update-permissions", $$$"""{"data":{"{{{an}}}":{"canSend":["audio"]},"*":{"canAdmin":["transcription"]} } }""")).ShouldSucceed();

        var inside = await daily.InsideAsync();
        Permissions(inside, an)["canSend"]!.ToJsonString().ShouldBe("""["audio"]""");
        Permissions(inside, binh)["canAdmin"]!.ToJsonString().ShouldBe("""["transcription"]""");
        (await daily.PostAsync("/v1/rooms/demo/update-permissions", """{"data":{"*":{"canSend":["smell"]}}}""")).ShouldRefuse(400, "invalid-request-error");
    }

    private static JsonNode Permissions(JsonArray inside, string session) => inside.Single(p => (string)p!["session_id"]! == session)!["permissions"]!;
}
