using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Calling.Chromium;
using Numeroly.Assistant.Calling.Chromium.Browsing;
using Numeroly.Harness;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

[Collection(OneBrowserAtATime.Name)]
public sealed class BreakingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_crashes_ends_its_own_call_and_no_other()
    {
        await using var world = await CallWorld.StartAsync();
        await using var crashing = await TwoInACall.MeetAsync(world);
        await using var other = await TwoInACall.MeetAsync(world);

        await Should.NotThrowAsync(() => Task.WhenAny(((ChromiumCall)crashing.Assistant).Page.Page.CrashAsync(Stop), crashing.AtAssistant.Ended));

        await crashing.AtAssistant.Ended;
        crashing.AtAssistant.Events[^1].ShouldBe(new CallEvent.Over("the page crashed", MayRejoin: true));
        await other.PersonIsHeardAsync(700);
    }

    [Fact]
    public async Task A_page_that_hangs_ends_its_call_and_can_still_be_closed()
    {
        await using var world = await CallWorld.StartAsync(("Assistant:Calling:Chromium:PageTimeout", "00:00:06"));
        var room = await world.RoomAsync();
        await using var call = await world.JoinAsync(room, "assistant");
        var record = new CallRecord(call);

        await ((ChromiumCall)call).Page.Page.RunAsync("setTimeout(() => { for (;;); })", Stop);

        await record.Ended;
        record.Events[^1].ShouldBe(new CallEvent.Over("the page hung", MayRejoin: true));
        await call.DisposeAsync();
        (await world.Calls.Browsers.Current!.CountPagesAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task A_browser_that_dies_ends_its_calls_and_the_next_join_starts_another()
    {
        await using var world = await CallWorld.StartAsync();
        await using var first = await TwoInACall.MeetAsync(world);
        var speaking = first.Assistant.SpeakAsync(Tone.Samples(SpeechFormat.SpokenRate, 440, 60), Stop).AsTask();

        world.Calls.Browsers.Current!.Kill();

        await first.AtAssistant.Ended;
        first.AtAssistant.Events[^1].ShouldBeOfType<CallEvent.Over>().MayRejoin.ShouldBeTrue();
        (await Should.ThrowAsync<CallFailedException>(speaking)).MayHelpToTryAgain.ShouldBeTrue();
        await using var second = await TwoInACall.MeetAsync(world);
        await second.PersonIsHeardAsync(700);
    }

    [Fact]
    public async Task Without_the_call_script_joining_fails_and_may_be_tried_again()
    {
        await using var world = await CallWorld.StartAsync(("Assistant:Calling:Chromium:BundleUrl", "http://127.0.0.1:9/nothing"));
        var room = await world.RoomAsync();

        (await Should.ThrowAsync<CallFailedException>(world.JoinAsync(room, "assistant"))).MayHelpToTryAgain.ShouldBeTrue();
    }

    [Fact]
    public async Task A_join_that_takes_too_long_is_given_up()
    {
        await using var world = await CallWorld.StartAsync(("Assistant:Calling:Chromium:JoinTimeout", "00:00:00.050"));
        var room = await world.RoomAsync();

        var failed = await Should.ThrowAsync<CallFailedException>(world.JoinAsync(room, "assistant"));

        failed.MayHelpToTryAgain.ShouldBeTrue();
        failed.Message.ShouldContain("within");
    }

    [Fact]
    public async Task A_browser_that_does_not_start_says_why()
    {
        await using var world = await CallWorld.StartAsync(("Assistant:Calling:Chromium:Path", "/bin/false"));
        var room = await world.RoomAsync();

        (await Should.ThrowAsync<CallFailedException>(world.JoinAsync(room, "assistant"))).Message.ShouldContain("/bin/false");
    }

    [Fact]
    public async Task A_missing_browser_is_said_in_a_sentence_that_helps()
    {
        await using var world = await CallWorld.StartAsync(("Assistant:Calling:Chromium:Path", "/nowhere/chromium"));

        (await world.Calls.WhyNotAsync(Stop)).ShouldNotBeNull().ShouldContain("CHROMIUM");
    }

    [Fact]
    public async Task Twenty_calls_leave_no_page_and_after_so_many_the_browser_is_renewed()
    {
        await using var world = await CallWorld.StartAsync(("Assistant:Calling:Chromium:CallsPerBrowser", "15"));
        var room = await world.RoomAsync();
        var browsers = new HashSet<Browser>();

        for (var i = 0; i < 20; i++)
        {
            await using var call = await world.JoinAsync(room, "assistant");
            browsers.Add(world.Calls.Browsers.Current!);
        }

        browsers.Count.ShouldBe(2);
        (await world.Calls.Browsers.Current!.CountPagesAsync(Stop)).ShouldBe(0);
        (await world.InsideAsync(room)).ShouldBe(0);
    }

    [Fact]
    public async Task Stopping_leaves_no_process_and_no_profile()
    {
        var world = await CallWorld.StartAsync();
        var room = await world.RoomAsync();
        var call = await world.JoinAsync(room, "assistant");
        var record = new CallRecord(call);
        Processes.Chromium(Environment.ProcessId).ShouldNotBeEmpty();

        await world.DisposeAsync();

        await record.Ended;
        record.Events[^1].ShouldBeOfType<CallEvent.Over>();
        await Eventually.HoldsAsync(() => Processes.Chromium(Environment.ProcessId).Count == 0, "the end of every Chromium process");
        Processes.Profiles(Environment.ProcessId).ShouldBeEmpty();
    }
}
