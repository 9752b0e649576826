using System.Text.Json.Nodes;
using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.State;

public sealed class RestartingTests
{
    [Fact]
    public async Task Everything_is_still_there_after_a_restart()
    {
        var clock = new ManualClock();
        using var folder = new TemporaryFolder();
        await using var receiver = await WebhookReceiver.StartAsync();
        JsonNode before;
        string uuid, link;
        await using (var daily = await StartAsync(folder, clock))
        {
            uuid = await daily.RegisterAsync(receiver);
            await daily.RoomAsync("demo", """{"max_participants":3}""");
            await daily.RoomAsync("gone");
            await daily.DeleteAsync("/v1/rooms/gone");
            await daily.DeleteAsync("/v1/rooms/gone");
            await daily.TokenAsync("""{"room_name":"demo","user_id":"an"}""");
            await daily.JoinAsync("demo", "an");
            await daily.JoinAsync("demo", "bot");
            await daily.PostAsync("/v1/rooms/demo/send-app-message", """{"data":{"text":"chào"}}""");
            await daily.PostAsync("/v1/rooms/demo/recordings/start");
            clock.AdvanceSeconds(7);
            await daily.PostAsync("/v1/rooms/demo/recordings/stop");
            clock.AdvanceSeconds(1);
            link = (string)(await daily.GetAsync($"/v1/recordings/{(string)(await daily.RecordingAsync("finished"))["id"]!}/access-link"))["download_link"]!;
            await receiver.WaitForAsync(5);
            before = await daily.LedgerAsync();
        }

        await using var again = await StartAsync(folder, clock);

        var after = await again.LedgerAsync();
        foreach (var part in new[] { "rooms", "tokens", "participants", "recordings", "app_messages", "ejects", "refused_deletes" })
            JsonNode.DeepEquals(after[part], before[part]).ShouldBeTrue($"{part}: {after[part]!.ToJsonString()}");
        ((string)(await again.WebhookAsync(uuid))["hmac"]!).ShouldBe(WebhookSetup.Hmac);
        (await again.InsideAsync()).Select(p => (string)p!["user_id"]!).ShouldBe(["an", "bot"]);
        (await again.GetAsync("/v1/meetings?ongoing=true")).Data.ShouldHaveSingleItem();
        using var client = new HttpClient();
        using var file = await client.GetAsync(new Uri(again.Server.BaseUrl, new Uri(link).PathAndQuery), TestContext.Current.CancellationToken);
        file.IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_going_to_happen_still_happens()
    {
        var clock = new ManualClock();
        using var folder = new TemporaryFolder();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using (var daily = await StartAsync(folder, clock))
        {
            await daily.RegisterAsync(receiver);
            await daily.RoomAsync("ejecting", """{"eject_after_elapsed":100}""");
            await daily.JoinAsync("ejecting");
            await daily.RoomAsync("ending");
            await daily.JoinAsync("ending");
            await daily.JoinAsync("ending");
            await daily.PostAsync("/v1/rooms/ending/recordings/start");
            clock.AdvanceSeconds(5);
            await daily.EverybodyLeavesAsync("ending");
            await daily.RoomAsync("alone");
            await daily.JoinAsync("alone");
            await receiver.WaitForAsync(7);
        }

        await using var again = await StartAsync(folder, clock);
        clock.AdvanceSeconds(20);

        ((string)(await receiver.WaitForAsync("meeting.ended")).Payload["room"]!).ShouldBe("ending");
        ((int)(await receiver.WaitForAsync("recording.ready-to-download")).Payload["duration"]!).ShouldBe(5);
        clock.AdvanceSeconds(80);
        (await again.InsideAsync("ejecting")).ShouldBeEmpty();
        (await again.GetAsync("/v1/meetings?room=alone")).Data.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_fell_due_while_it_was_down_happens_at_the_start()
    {
        var clock = new ManualClock();
        using var folder = new TemporaryFolder();
        await using (var daily = await StartAsync(folder, clock))
        {
            await daily.RoomAsync("demo", """{"eject_after_elapsed":100}""");
            await daily.JoinAsync();
        }

        clock.AdvanceSeconds(500);
        await using var again = await StartAsync(folder, clock);
        clock.AdvanceSeconds(0);

        (await again.InsideAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Webhooks_that_were_not_delivered_yet_are_delivered_after_the_restart()
    {
        var clock = new ManualClock();
        using var folder = new TemporaryFolder();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using (var daily = await StartAsync(folder, clock))
        {
            await daily.RegisterAsync(receiver, "exponential", "participant.joined");
            await daily.RoomAsync();
            receiver.Status = 500;
            await daily.JoinAsync("demo", "an");
            await daily.DeliveriesAsync(1);
        }

        receiver.Status = 200;
        await using var again = await StartAsync(folder, clock);
        await Eventually.BecomesAsync(
            () =>
            {
                clock.AdvanceSeconds(1);
                return Task.FromResult(receiver.Events.Count);
            },
            count => count == 2,
            "the second try");
        receiver.Events.Select(e => e.Body).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_change_is_on_disk_a_moment_later_without_a_shutdown()
    {
        using var folder = new TemporaryFolder();
        await using var daily = await TestStandIn.StartAsync(o => o.DataDirectory = folder.Path);
        await daily.RoomAsync("kept-room");
        await Eventually.BecomesAsync(
            async () => File.Exists(Path.Combine(folder.Path, "standin.json"))
                ? await File.ReadAllTextAsync(Path.Combine(folder.Path, "standin.json"), TestContext.Current.CancellationToken)
                : "",
            text => text.Contains("kept-room"),
            "the room on disk");
    }

    [Fact]
    public async Task A_stored_state_that_cannot_be_read_stops_the_start_with_its_name()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "standin.json"), "{ broken", TestContext.Current.CancellationToken);
        var failure = await Should.ThrowAsync<InvalidDataException>(() => TestStandIn.StartAsync(o => o.DataDirectory = folder.Path));
        failure.Message.ShouldContain(folder.Path);
    }

    [Fact]
    public async Task Without_a_folder_two_stand_ins_know_nothing_of_each_other()
    {
        await using var one = await TestStandIn.StartAsync();
        await using var two = await TestStandIn.StartAsync();
        await one.RoomAsync();
        (await two.GetAsync("/v1/rooms/demo")).Status.ShouldBe(404);
        one.Server.BaseUrl.ShouldNotBe(two.Server.BaseUrl);
    }

    private static Task<TestStandIn> StartAsync(TemporaryFolder folder, ManualClock clock) => TestStandIn.StartAsync(o =>
    {
        o.Clock = clock;
        o.DataDirectory = folder.Path;
        o.MeetingEndedDelay = TimeSpan.FromSeconds(20);
        o.RecordingDelay = TimeSpan.FromSeconds(1);
    });
}
