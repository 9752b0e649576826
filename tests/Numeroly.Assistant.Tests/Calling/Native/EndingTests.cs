using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Tests.Calling.Chromium;
using Numeroly.Events.Conversations;
using Numeroly.Harness;

namespace Numeroly.Assistant.Tests.Calling.Native;

public sealed class EndingTests : NativeCallTest
{
    [Theory]
    [InlineData("", "Daily ended the call", false)]
    [InlineData("Ejected from the meeting", "Ejected from the meeting", false)]
    [InlineData("The connection to the signalling server was lost", "The connection to the signalling server was lost", true)]
    public async Task A_call_that_ends_is_over_for_good_with_the_reason(string error, string reason, bool mayRejoin)
    {
        await using var call = await JoinAsync();
        var record = new CallRecord(call);

        Script.Ends(Room, error);

        await record.Ended;
        record.Events[^1].ShouldBe(new CallEvent.Over(reason, mayRejoin));
        var refused = await Should.ThrowAsync<CallFailedException>(call.SpeakAsync(new short[480], Stop).AsTask());
        refused.MayHelpToTryAgain.ShouldBe(mayRejoin);
    }

    [Fact]
    public async Task Whoever_speaks_while_the_call_ends_is_told()
    {
        await using var call = await JoinAsync();
        var record = new CallRecord(call);
        var speaking = call.SpeakAsync(Tone.Samples(SpeechFormat.SpokenRate, 440, 20), Stop).AsTask();
        await record.EventAsync<CallEvent.Played>();

        Script.Ends(Room, "Ejected");

        await Should.ThrowAsync<CallFailedException>(speaking);
    }

    [Fact]
    public async Task Leaving_completes_everything_after_a_last_word()
    {
        var call = await JoinAsync();
        var record = new CallRecord(call);

        await call.DisposeAsync();
        await call.DisposeAsync();

        await record.Ended;
        record.Events[^1].ShouldBe(new CallEvent.Over("the assistant left", MayRejoin: false));
        Script.HasClient(Room).ShouldBeFalse();
        await Should.ThrowAsync<CallFailedException>(async () => await call.SendAppMessageAsync(JsonSerializer.SerializeToElement("late"), Stop));
    }

    [Fact]
    public async Task Leaving_while_speaking_falls_silent_and_gives_everything_back()
    {
        var call = await JoinAsync();
        var record = new CallRecord(call);
        var speaking = call.SpeakAsync(Tone.Samples(SpeechFormat.SpokenRate, 440, 20), Stop).AsTask();
        await record.EventAsync<CallEvent.Played>();

        await call.DisposeAsync();

        await Should.ThrowAsync<CallFailedException>(speaking);
        Script.Alive(Script.Kind.Source).ShouldBe(0);
    }

    [Theory]
    [InlineData("The meeting is full", true)]
    [InlineData("Room lookup failed: network unreachable", true)]
    [InlineData("You are not allowed to join this meeting", false)]
    public async Task A_refused_join_says_why(string reason, bool mayHelp)
    {
        Script.Refuses(Room, reason);

        var refused = await Should.ThrowAsync<CallFailedException>(JoinAsync());

        refused.Message.ShouldContain(reason);
        refused.MayHelpToTryAgain.ShouldBe(mayHelp);
    }

    [Fact]
    public async Task The_token_does_not_reach_the_reason_of_a_refusal()
    {
        Script.Refuses(Room, $"cannot read {Token}");

        var refused = await Should.ThrowAsync<CallFailedException>(JoinAsync());

        refused.ToString().ShouldNotContain(Token);
        refused.Message.ShouldContain("cannot read");
    }

    [Fact]
    public async Task A_join_that_is_not_answered_in_time_fails_and_leaves_nothing_behind()
    {
        Script.NeverAnswersJoins(Room);
        await using var services = Services(("Assistant:Calling:Native:Library", await NativeLibraryBuild.WholeAsync()), ("Assistant:Calling:Native:JoinTimeout", "00:00:00.5"));
        var impatient = services.GetServices<ICallTransport>().Single();

        var refused = await Should.ThrowAsync<CallFailedException>(impatient.JoinAsync(new(Guid.NewGuid(), Room, Token, "Numeroly", Language.En), Stop));

        refused.Message.ShouldContain("did not join within 0.5 seconds");
        refused.MayHelpToTryAgain.ShouldBeTrue();
        Script.Alive(Script.Kind.Client).ShouldBe(0);
    }

    [Fact]
    public async Task Giving_up_a_join_leaves_nothing_behind()
    {
        Script.NeverAnswersJoins(Room);
        using var givingUp = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var joining = Calls.JoinAsync(new(Guid.NewGuid(), Room, Token, "Numeroly", Language.En), givingUp.Token);
        await Eventually.HoldsAsync(() => Script.HasClient(Room), "the client's joining");

        await givingUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(joining);
        Script.Alive(Script.Kind.Client).ShouldBe(0);
    }

    [Fact]
    public async Task Stopping_during_a_join_and_in_a_call_leaves_both()
    {
        var held = NewRoom();
        Script.NeverAnswersJoins(held);
        var call = await JoinAsync();
        var record = new CallRecord(call);
        var joining = JoinAsync(held);
        await Eventually.HoldsAsync(() => Script.HasClient(held), "the client's joining");

        await StopAsync();

        (await Should.ThrowAsync<CallFailedException>(joining)).Message.ShouldContain("stopping");
        await record.Ended;
        Script.Alive(Script.Kind.Context).ShouldBe(0);
    }

    [Fact]
    public async Task Fifty_calls_leave_nothing_behind()
    {
        for (var i = 0; i < 50; i++)
        {
            var room = NewRoom();
            Script.PersonJoins(room, "person", "an", isMicrophoneOpen: true);
            Script.PersonSpeaks(room, 440, TimeSpan.FromSeconds(5));
            await using var call = await JoinAsync(room);
            await call.SpeakAsync(Tone.Samples(SpeechFormat.SpokenRate, 440, 0.1), Stop);
        }

        Script.Alive(Script.Kind.Client).ShouldBe(0);
        Script.Alive(Script.Kind.Track).ShouldBe(0);
        Script.Alive(Script.Kind.Source).ShouldBe(0);
        Script.Alive(Script.Kind.Text).ShouldBe(0);
        Script.Alive(Script.Kind.Context).ShouldBe(1);
    }
}
