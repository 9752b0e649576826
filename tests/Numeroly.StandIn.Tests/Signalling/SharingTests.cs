using System.Text.Json.Nodes;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Signalling;

public sealed class SharingTests
{
    [Fact]
    public async Task An_app_message_reaches_the_others_in_order_and_not_its_sender()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var an = await PageClient.JoinAsync(daily);
        await using var binh = await PageClient.JoinAsync(daily);
        for (var i = 1; i <= 3; i++) await an.SendAppMessageAsync(i);

        for (var i = 1; i <= 3; i++)
        {
            var message = await binh.NextAsync("app-message");
            ((int)message["data"]!).ShouldBe(i);
            ((string)message["from"]!).ShouldBe(an.SessionId);
        }

        await binh.SendAppMessageAsync("back", an.SessionId);
        ((string)(await an.NextAsync("app-message"))["data"]!).ShouldBe("back");
    }

    [Fact]
    public async Task A_message_of_more_than_4096_characters_is_dropped()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var an = await PageClient.JoinAsync(daily);
        await using var binh = await PageClient.JoinAsync(daily);
        await an.SendAppMessageAsync(new string('x', 4095));
        await an.SendAppMessageAsync(new string('x', 4094));

        ((string)(await binh.NextAsync("app-message"))["data"]!).Length.ShouldBe(4094);
    }

    [Fact]
    public async Task Messages_are_lost_on_request()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var page = await PageClient.JoinAsync(daily);
        await daily.PostAsync("/standin/rooms/demo/app-message-loss", """{"next":2}""");
        for (var i = 1; i <= 3; i++) await daily.PostAsync("/v1/rooms/demo/send-app-message", $$"""{"data":{{i}}}""");

        ((int)(await page.NextAsync("app-message"))["data"]!).ShouldBe(3);
    }

    [Fact]
    public async Task Only_an_owner_may_mute_or_eject()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var owner = await PageClient.JoinAsync(daily, token: await daily.TokenAsync("""{"is_owner":true}"""));
        await using var an = await PageClient.JoinAsync(daily);
        await an.SendAsync(Asking(owner.SessionId, """{"set_audio":false,"eject":true}"""));
        await an.SettleAsync();
        (await daily.InsideAsync()).Count.ShouldBe(2);

        await owner.SendAsync(Asking(an.SessionId, """{"set_audio":false}"""));
        await an.NextAsync("mute");
        await owner.SendAsync(Asking(an.SessionId, """{"eject":true}"""));
        await an.NextAsync("ejected");
    }

    [Fact]
    public async Task Changed_permissions_reach_everybody()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var an = await PageClient.JoinAsync(daily);
        await using var binh = await PageClient.JoinAsync(daily);
        await daily.PostAsync("/v1/rooms/demo/update-permissions", new JsonObject
        {
            ["data"] = new JsonObject { [an.SessionId] = new JsonObject { ["canSend"] = false } },
        }.ToJsonString());

        foreach (var page in new[] { an, binh })
        {
            var participant = (await page.NextAsync("participant-updated"))["participant"]!;
            ((string)participant["session_id"]!).ShouldBe(an.SessionId);
            ((bool)participant["permissions"]!["canSend"]!).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Session_data_is_merged_and_too_much_of_it_refused()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var an = await PageClient.JoinAsync(daily);
        await an.SendAsync(new() { ["type"] = "session-data", ["merge"] = "replace", ["data"] = new JsonObject { ["a"] = 1 } });
        await an.SendAsync(new() { ["type"] = "session-data", ["merge"] = "shallow-merge", ["data"] = new JsonObject { ["b"] = 2 } });
        await an.NextAsync("session-data");
        (await an.NextAsync("session-data"))["data"]!.ToJsonString().ShouldBe("""{"a":1,"b":2}""");

        await an.SendAsync(new() { ["type"] = "session-data", ["merge"] = "replace", ["data"] = new JsonObject { ["c"] = new string('x', 110_000) } });
        await an.NextAsync("session-data-error");
        (await daily.GetAsync("/v1/rooms/demo/get-session-data")).Body!.ToJsonString().ShouldBe("""{"a":1,"b":2}""");
    }

    [Fact]
    public async Task An_owners_token_starts_transcription_and_late_comers_hear_of_it()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", """{"auto_transcription_settings":{"language":"vi","model":"nova-3"}}""");
        await using var an = await PageClient.JoinAsync(daily);
        await using var owner = await PageClient.JoinAsync(daily, token: await daily.TokenAsync("""{"is_owner":true,"auto_start_transcription":true}"""));

        var started = (await an.NextAsync("transcription"))["event"]!;
        ((string)started["action"]!).ShouldBe("transcription-started");
        ((string)started["language"]!).ShouldBe("vi");
        await using var late = await PageClient.JoinAsync(daily);
        ((string)late.Answer["transcriptions"]!.AsArray().Single()!["model"]!).ShouldBe("nova-3");
    }

    private static JsonObject Asking(string sessionId, string changes) =>
        new() { ["type"] = "update-participant", ["session_id"] = sessionId, ["changes"] = JsonNode.Parse(changes) };
}
