using Numeroly.Daily.Recordings;
using Numeroly.Daily.Tests.Fakes;

namespace Numeroly.Daily.Tests.Recordings;

public sealed class ReadingRecordings
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finished_recording_is_read()
    {
        var recording = await ReadAsync(Samples.Recording);

        recording.ShouldBe(new Recording("rec1", RecordingStatus.Finished)
        {
            RoomName = "r1",
            StartedAt = DateTimeOffset.FromUnixTimeSeconds(1795338000),
            Duration = TimeSpan.FromSeconds(61),
            Type = RecordingType.CloudAudioOnly,
            MaxParticipants = 2,
            MeetingId = "m1",
            S3Key = "numeroly/r1/1795338000000",
        });
    }

    [Theory]
    [InlineData("""{"id":"rec1","s3key":"k"}""")]
    [InlineData("""{"id":"rec1","s3Key":"k"}""")]
    [InlineData("""{"id":"rec1","s3_key":"k"}""")]
    [InlineData("""{"id":"rec1","s3":{"bucket_name":"b","key":"k"}}""")]
    public async Task The_file_is_found_under_each_of_Dailys_spellings(string json) => (await ReadAsync(json)).S3Key.ShouldBe("k");

    [Theory]
    [InlineData("in-progress", RecordingStatus.InProgress)]
    [InlineData("finished", RecordingStatus.Finished)]
    [InlineData("canceled", RecordingStatus.Canceled)]
    [InlineData("archived-someday", RecordingStatus.Unknown)]
    public async Task A_status_is_read_also_when_it_is_new(string status, RecordingStatus expected)
    {
        var recording = await ReadAsync($$"""{"id":"rec1","status":"{{status}}"}""");
        recording.Status.ShouldBe(expected);
        recording.Duration.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"id":"rec1","start_ts":1795338000.5,"duration":"61.25","max_participants":2.0,"room":"r1"}""")]
    [InlineData("""{"id":"rec1","start_ts":"1795338000.5","duration":61.25,"max_participants":"2","room_name":"r1","tracks":[{"s3Key":"t"}],"new":{"a":[1]}}""")]
    [InlineData("""{"id":"rec1","start_ts":1795338000500,"duration":61.25,"max_participants":2,"room_name":"r1","type":{"odd":true},"s3":7}""")]
    [InlineData("""{"id":"rec1","start_ts":"2026-11-22T09:00:00.500Z","duration":61.25,"max_participants":2,"room_name":"r1","type":null}""")]
    public async Task Numbers_and_times_are_read_in_each_of_their_spellings(string json)
    {
        var recording = await ReadAsync(json);
        recording.StartedAt.ShouldBe(new DateTimeOffset(2026, 11, 22, 9, 0, 0, 500, TimeSpan.Zero));
        recording.Duration.ShouldBe(TimeSpan.FromSeconds(61.25));
        recording.MaxParticipants.ShouldBe(2);
        recording.RoomName.ShouldBe("r1");
        recording.Type.ShouldBeNull();
    }

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("-5")]
    [InlineData("1e300")]
    [InlineData("true")]
    public async Task A_time_that_is_none_reads_as_missing(string value) =>
        (await ReadAsync($$"""{"id":"rec1","start_ts":{{value}},"status":"finished"}""")).ShouldBe(new Recording("rec1", RecordingStatus.Finished));

    [Fact]
    public async Task A_link_lasts_as_long_as_asked()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok("""{"download_link":"https://files.example/rec1?sig=abc","expires":1795338600}"""));

        var link = (await daily.Client.Recordings.GetLinkAsync("rec1", TimeSpan.FromMinutes(10), Token)).Value.ShouldNotBeNull();

        link.Link.Reveal().ShouldBe("https://files.example/rec1?sig=abc");
        link.ExpiresAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1795338600));
        daily.Server.Requests.ShouldHaveSingleItem().Line.ShouldBe("GET /v1/recordings/rec1/access-link?valid_for_secs=600");
    }

    [Theory]
    [InlineData("""{"download_link":"Error: the recording cannot be reached","expires":1795338600}""", "Error: the recording cannot be reached")]
    [InlineData("""{"expires":1795338600}""", "the answer has no link")]
    public async Task An_error_in_the_links_place_is_a_refusal(string json, string info)
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok(json));

        var failure = (await daily.Client.Recordings.GetLinkAsync("rec1", validFor: null, Token)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(DailyFailureKind.Refused);
        failure.Info.ShouldBe(info);
    }

    private static async Task<Recording> ReadAsync(string json)
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok(json));
        return (await daily.Client.Recordings.GetAsync("rec1", Token)).Value.ShouldNotBeNull();
    }
}
