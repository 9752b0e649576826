using System.Buffers.Binary;
using System.Net;
using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Recordings;

public sealed class DownloadingTests
{
    [Theory]
    [InlineData(3, 3)]
    [InlineData(90, 60)]
    public async Task The_link_gives_a_playable_file_as_long_as_the_recording_up_to_a_minute(int recordedSeconds, int fileSeconds)
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        var id = await RecordAsync(daily, clock, recordedSeconds);

        var answer = (await daily.GetAsync($"/v1/recordings/{id}/access-link")).ShouldSucceed();
        ((long)answer["expires"]!).ShouldBe(clock.UnixSeconds + 3600);
        var file = await FetchAsync((string)answer["download_link"]!);

        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes[..4].ShouldBe("RIFF"u8.ToArray());
        BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(22)).ShouldBe((short)1);
        BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(24)).ShouldBe(8000);
        BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(40)).ShouldBe(fileSeconds * 8000 * 2);
        bytes.Length.ShouldBe(44 + fileSeconds * 8000 * 2);
        Enumerable.Range(0, 8000).Max(i => Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(44 + i * 2)))).ShouldBeInRange(2000, 10000);
    }

    [Fact]
    public async Task An_expired_or_altered_link_is_refused()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        var id = await RecordAsync(daily, clock, 3);
        var other = await RecordAsync(daily, clock, 3);
        var answer = (await daily.GetAsync($"/v1/recordings/{id}/access-link?valid_for_secs=60")).ShouldSucceed();
        var link = (string)answer["download_link"]!;
        var expires = (long)answer["expires"]!;
        expires.ShouldBe(clock.UnixSeconds + 60);

        (await FetchAsync(link.Replace($"expires={expires}", $"expires={expires + 1}"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await FetchAsync(link.Replace(id, other))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await FetchAsync(link[..link.IndexOf('?')])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        clock.AdvanceSeconds(59);
        (await FetchAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.AdvanceSeconds(1);
        (await FetchAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task There_is_a_link_only_for_a_finished_recording()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync();
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        var id = (string)(await daily.RecordingAsync("in-progress"))["id"]!;
        (await daily.GetAsync($"/v1/recordings/{id}/access-link")).ShouldRefuse(400, "invalid-request-error");
        (await daily.GetAsync("/v1/recordings/unknown/access-link")).ShouldRefuse(404, "not-found");
        (await daily.GetAsync($"/v1/recordings/{id}/access-link?valid_for_secs=soon")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_deleted_recording_is_gone_with_its_links()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        var id = await RecordAsync(daily, clock, 3);
        var link = (string)(await daily.GetAsync($"/v1/recordings/{id}/access-link"))["download_link"]!;

        (await daily.DeleteAsync($"/v1/recordings/{id}")).ShouldSucceed().Body!.ToJsonString().ShouldBe($$"""{"deleted":true,"id":"{{id}}"}""");

        (await daily.DeleteAsync($"/v1/recordings/{id}")).ShouldRefuse(404, "not-found");
        (await daily.GetAsync($"/v1/recordings/{id}")).Status.ShouldBe(404);
        (await daily.GetAsync("/v1/recordings")).Data.ShouldBeEmpty();
        (await FetchAsync(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ((int)(await daily.LedgerAsync())["summary"]!["recordings"]!["deleted"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_recording_in_progress_cannot_be_deleted()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync();
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        var id = (string)(await daily.RecordingAsync("in-progress"))["id"]!;
        (await daily.DeleteAsync($"/v1/recordings/{id}")).ShouldRefuse(400, "invalid-request-error");
    }

    [Fact]
    public async Task The_list_can_be_paged_and_narrowed_to_a_room()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        var first = await RecordAsync(daily, clock, 3);
        var second = await RecordAsync(daily, clock, 3);
        await daily.RoomAsync("other");
        await daily.JoinAsync("other");
        await daily.PostAsync("/v1/rooms/other/recordings/start");

        Ids(await daily.GetAsync("/v1/recordings?room_name=demo")).ShouldBe([second, first]);
        Ids(await daily.GetAsync("/v1/recordings?room_name=demo&limit=1")).ShouldBe([second]);
        Ids(await daily.GetAsync($"/v1/recordings?room_name=demo&starting_after={second}")).ShouldBe([first]);
        ((int)(await daily.GetAsync("/v1/recordings?limit=1"))["total_count"]!).ShouldBe(3);
    }

    private static async Task<string> RecordAsync(TestStandIn daily, ManualClock clock, int seconds)
    {
        if ((await daily.GetAsync("/v1/rooms/demo")).Status == 404) await daily.RoomAsync();
        await daily.JoinAsync();
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        clock.AdvanceSeconds(seconds);
        await daily.EverybodyLeavesAsync();
        clock.AdvanceSeconds(1);
        return (string)(await daily.GetAsync("/v1/recordings")).Data[0]!["id"]!;
    }

    private static async Task<HttpResponseMessage> FetchAsync(string link)
    {
        using var client = new HttpClient();
        return await client.GetAsync(link, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Ids(Answer list) => list.ShouldSucceed().Data.Select(r => (string)r!["id"]!);
}
