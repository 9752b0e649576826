using Numeroly.Daily.Calls;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Tests.Fakes;

namespace Numeroly.Daily.Tests.Calls;

public sealed class RecordingCalls
{
    private static readonly Guid Instance = new("0193523f-7d3b-7a3e-9d8e-0d6f4c1b2a3f");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Starting_asks_for_the_kind_of_recording_wanted()
    {
        await using var daily = await DailyUnderTest.StartAsync();

        var started = await daily.Client.Calls.StartRecordingAsync(
            "r1",
            new RecordingOptions
            {
                Type = RecordingType.CloudAudioOnly,
                InstanceId = Instance,
                Layout = RecordingLayout.AudioOnly,
                MaxDuration = TimeSpan.FromHours(1),
            },
            Token);

        started.Value.ShouldBe(new RecordingStarted(WasAlreadyRunning: false));
        daily.Server.Requests.ShouldHaveSingleItem().Body.ShouldBe(
            """{"type":"cloud-audio-only","instanceId":"0193523f-7d3b-7a3e-9d8e-0d6f4c1b2a3f","layout":{"preset":"audio-only"},"maxDuration":3600}""");
    }

    [Fact]
    public async Task A_refused_start_while_a_recording_is_in_progress_means_that_it_runs()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Error(400), Reply.Ok(Samples.List("""{"id":"rec1","status":"in-progress"}""")));

        (await StartAsync(daily)).Value.ShouldBe(new RecordingStarted(WasAlreadyRunning: true));

        daily.Server.Requests[^1].Line.ShouldBe("GET /v1/recordings?room_name=r1&limit=10");
    }

    [Fact]
    public async Task A_refused_start_with_none_in_progress_is_a_refusal()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Error(400), Reply.Ok(Samples.List(Samples.Recording)));

        var failure = (await StartAsync(daily)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(DailyFailureKind.Refused);
        failure.MayHaveHappened.ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_start_that_cannot_be_checked_is_temporary_and_may_have_happened()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Error(400), Reply.Error(503));

        var failure = (await StartAsync(daily)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(DailyFailureKind.Unavailable);
        failure.Operation.ShouldBe("recordings.start");
        failure.MayHaveHappened.ShouldBeTrue();
    }

    [Fact]
    public async Task Stopping_names_the_instance_and_says_when_nothing_was_running()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok("{}"), Reply.Error(400), Reply.Error(404, "not-found"));

        (await StopAsync(daily)).ShouldBe(new RecordingStopped(WasNotRunning: false));
        (await StopAsync(daily)).ShouldBe(new RecordingStopped(WasNotRunning: true));
        (await StopAsync(daily)).ShouldBe(new RecordingStopped(WasNotRunning: true));

        daily.Server.Requests[0].Body.ShouldBe("""{"instanceId":"0193523f-7d3b-7a3e-9d8e-0d6f4c1b2a3f"}""");
    }

    private static Task<DailyResult<RecordingStarted>> StartAsync(DailyUnderTest daily) =>
        daily.Client.Calls.StartRecordingAsync("r1", new RecordingOptions(), Token);

    private static async Task<RecordingStopped?> StopAsync(DailyUnderTest daily) =>
        (await daily.Client.Calls.StopRecordingAsync("r1", Instance, Token)).Value;
}
