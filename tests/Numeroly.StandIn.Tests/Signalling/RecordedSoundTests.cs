using System.Buffers.Binary;
using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Signalling;

public sealed class RecordedSoundTests
{
    private const int SamplesPerSecond = 24_000;
    private const int HeaderBytes = 44;

    [Fact]
    public async Task What_a_page_takes_up_stands_at_its_time_in_a_file_as_long_as_the_recording()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => (o.Clock, o.RateLimits.Enabled) = (clock, false));
        await daily.RoomAsync();
        await using var page = await PageClient.JoinAsync(daily);
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        var capture = (int)(await page.NextAsync("capture"))["capture"]!;

        clock.AdvanceSeconds(2);
        await page.SendSoundAsync(capture, 0, Enumerable.Repeat((short)1000, SamplesPerSecond).ToArray());
        await page.SettleAsync();
        clock.AdvanceSeconds(1.5);
        await daily.PostAsync("/v1/rooms/demo/recordings/stop");
        (await page.NextAsync("capture"))["capture"].ShouldBeNull();

        clock.AdvanceSeconds(1);
        var samples = await DownloadAsync(daily);
        samples.Length.ShouldBe((int)(3.5 * SamplesPerSecond));
        samples[..SamplesPerSecond].ShouldAllBe(s => s == 0);
        samples[SamplesPerSecond..(2 * SamplesPerSecond)].ShouldAllBe(s => s == 1000);
        samples[(2 * SamplesPerSecond)..].ShouldAllBe(s => s == 0);
    }

    [Fact]
    public async Task A_piece_that_comes_late_finds_its_place()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => (o.Clock, o.RateLimits.Enabled) = (clock, false));
        await daily.RoomAsync();
        await using var page = await PageClient.JoinAsync(daily);
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        var capture = (int)(await page.NextAsync("capture"))["capture"]!;

        clock.AdvanceSeconds(1);
        await page.SendSoundAsync(capture, 0, new short[SamplesPerSecond]);
        await page.SettleAsync();
        clock.AdvanceSeconds(3);
        await page.SendSoundAsync(capture, SamplesPerSecond, Enumerable.Repeat((short)7, SamplesPerSecond).ToArray());
        await page.SettleAsync();
        await daily.PostAsync("/v1/rooms/demo/recordings/stop");

        clock.AdvanceSeconds(1);
        var samples = await DownloadAsync(daily);
        samples[SamplesPerSecond..(2 * SamplesPerSecond)].ShouldAllBe(s => s == 7);
        samples.Count(s => s != 0).ShouldBe(SamplesPerSecond);
    }

    [Fact]
    public async Task Another_page_takes_over_when_the_first_goes_or_cannot()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var first = await PageClient.JoinAsync(daily);
        await using var second = await PageClient.JoinAsync(daily);
        await using var third = await PageClient.JoinAsync(daily);
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        (await first.NextAsync("capture"))["capture"].ShouldNotBeNull();

        await first.SendAsync(new() { ["type"] = "capture-failed" });
        (await second.NextAsync("capture"))["capture"].ShouldNotBeNull();
        await second.SendAsync(new() { ["type"] = "leave" });
        (await third.NextAsync("capture"))["capture"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Sound_under_a_number_that_is_not_the_pages_is_not_taken()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await using var first = await PageClient.JoinAsync(daily);
        await using var second = await PageClient.JoinAsync(daily);
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        var capture = (int)(await first.NextAsync("capture"))["capture"]!;
        await second.SendSoundAsync(capture, 0, [1, 2, 3]);
        await second.SettleAsync();
        await daily.PostAsync("/v1/rooms/demo/recordings/stop");

        // Nothing was taken up, so it is the tone of simulated calls, at its own rate.
        BinaryPrimitives.ReadInt32LittleEndian((await FileAsync(daily)).AsSpan(24)).ShouldBe(8000);
    }

    [Fact]
    public async Task A_deleted_recording_leaves_no_file()
    {
        using var folder = new TemporaryFolder();
        await using var daily = await TestStandIn.StartAsync(o => o.DataDirectory = folder.Path);
        await daily.RoomAsync();
        await using var page = await PageClient.JoinAsync(daily);
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        await page.SendSoundAsync((int)(await page.NextAsync("capture"))["capture"]!, 0, [1, 2, 3]);
        await page.SettleAsync();
        await daily.PostAsync("/v1/rooms/demo/recordings/stop");
        var id = (string)(await daily.RecordingAsync("finished"))["id"]!;
        Directory.GetFiles(Path.Combine(folder.Path, "recordings")).Length.ShouldBe(1);

        (await daily.DeleteAsync($"/v1/recordings/{id}")).ShouldSucceed();
        Directory.GetFiles(Path.Combine(folder.Path, "recordings")).ShouldBeEmpty();
    }

    private static async Task<short[]> DownloadAsync(TestStandIn daily)
    {
        var file = await FileAsync(daily);
        BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24)).ShouldBe(SamplesPerSecond);
        BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40)).ShouldBe(file.Length - HeaderBytes);
        var samples = new short[(file.Length - HeaderBytes) / 2];
        Buffer.BlockCopy(file, HeaderBytes, samples, 0, samples.Length * 2);
        return samples;
    }

    private static async Task<byte[]> FileAsync(TestStandIn daily)
    {
        var id = (string)(await daily.RecordingAsync("finished"))["id"]!;
        var link = (string)(await daily.GetAsync($"/v1/recordings/{id}/access-link")).ShouldSucceed()["download_link"]!;
        return await daily.Server.Control.GetByteArrayAsync(link, TestContext.Current.CancellationToken);
    }
}
