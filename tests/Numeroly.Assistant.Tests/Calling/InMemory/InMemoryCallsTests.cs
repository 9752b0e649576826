using System.Text.Json;
using System.Threading.Channels;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Calling.InMemory;
using Numeroly.Events.Conversations;
using Numeroly.Harness;

namespace Numeroly.Assistant.Tests.Calling.InMemory;

public sealed class InMemoryCallsTests
{
    private static readonly Uri Address = new("http://localhost/room");

    private readonly ManualClock _clock = new();
    private readonly InMemoryCalls _calls;
    private readonly InMemoryRoom _room;

    public InMemoryCallsTests()
    {
        _calls = new(_clock);
        _room = _calls.Room(Address);
    }

    [Fact]
    public async Task Joining_tells_who_is_there_and_whose_microphone_is_open()
    {
        var person = _room.PersonJoins("an");

        await using var call = await JoinAsync();

        Told(call.Events).Skip(1).ShouldBe([new CallEvent.ParticipantJoined(person, "an"), new CallEvent.MicrophoneChanged(person, IsOpen: true)]);
    }

    [Fact]
    public async Task What_the_person_says_is_heard_in_whole_frames()
    {
        _room.PersonJoins("an");
        await using var call = await JoinAsync();

        _room.PersonSays(Ramp(500));
        _room.PersonSays(Ramp(140));

        Told(call.Heard).SelectMany(frame => frame.ToArray()).ShouldBe([.. Ramp(500), .. Ramp(140)]);
    }

    [Fact]
    public async Task Nothing_is_heard_through_a_closed_microphone()
    {
        _room.PersonJoins("an");
        await using var call = await JoinAsync();

        _room.PersonClosesMicrophone();
        _room.PersonSays(Ramp(320));

        Told(call.Heard).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_listens_late_loses_what_is_older_than_ten_seconds()
    {
        _room.PersonJoins("an");
        await using var call = await JoinAsync();

        _room.PersonSays(Enumerable.Repeat((short)1, SpeechFormat.HeardRate).ToArray());
        _room.PersonSays(Enumerable.Repeat((short)2, SpeechFormat.HeardRate * 10).ToArray());

        Told(call.Heard).SelectMany(frame => frame.ToArray()).ShouldBe(Enumerable.Repeat((short)2, SpeechFormat.HeardRate * 10));
    }

    [Fact]
    public async Task Speech_is_played_as_time_goes_on_and_told_about()
    {
        _room.PersonJoins("an");
        await using var call = await JoinAsync();
        Told(call.Events);

        await call.SpeakAsync(Ramp(12_000), TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromMilliseconds(300));
        _room.Spoken.ShouldBe(Ramp(7_200));
        _clock.Advance(TimeSpan.FromSeconds(1));

        _room.Spoken.ShouldBe(Ramp(12_000));
        Told(call.Events).ShouldBe([new CallEvent.Played(4_800, false), new CallEvent.Played(9_600, false), new CallEvent.Played(12_000, true)]);
    }

    [Fact]
    public async Task Who_speaks_waits_until_half_a_second_is_left()
    {
        await using var call = await JoinAsync();

        var speaking = call.SpeakAsync(Ramp(24_000), TestContext.Current.CancellationToken).AsTask();
        _clock.Advance(TimeSpan.FromMilliseconds(480));
        speaking.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(20));

        await speaking;
    }

    [Fact]
    public async Task Flushing_drops_the_rest_and_says_how_much_was_played()
    {
        _room.PersonJoins("an");
        await using var call = await JoinAsync();
        Told(call.Events);
        await call.SpeakAsync(Ramp(12_000), TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromMilliseconds(100));

        (await call.FlushAsync(TestContext.Current.CancellationToken)).ShouldBe(2_400);
        _clock.Advance(TimeSpan.FromSeconds(1));

        _room.Spoken.ShouldBe(Ramp(2_400));
        Told(call.Events).ShouldBe([new CallEvent.Played(2_400, IsSilent: true)]);
    }

    [Fact]
    public async Task App_messages_pass_both_ways()
    {
        var person = _room.PersonJoins("an");
        await using var call = await JoinAsync();
        Told(call.Events);

        _room.PersonSends(Json("""{"type":"user_input_started"}"""));
        await call.SendAppMessageAsync(Json("""{"type":"processing_status"}"""), TestContext.Current.CancellationToken);

        Told(call.Events).ShouldHaveSingleItem().ShouldBeOfType<CallEvent.AppMessage>().SessionId.ShouldBe(person);
        _room.AppMessages.ShouldHaveSingleItem().GetProperty("type").GetString().ShouldBe("processing_status");
    }

    [Fact]
    public async Task A_broken_connection_lets_nothing_through_until_it_is_restored()
    {
        _room.PersonJoins("an");
        await using var call = await JoinAsync();
        Told(call.Events);

        _room.Breaks();
        _room.PersonSays(Ramp(320));
        await call.SpeakAsync(Ramp(2_400), TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _room.Restores();

        Told(call.Heard).ShouldBeEmpty();
        _room.Spoken.ShouldBeEmpty();
        var events = Told(call.Events);
        events.First().ShouldBeOfType<CallEvent.ConnectionLost>();
        events.Last().ShouldBeOfType<CallEvent.ConnectionRestored>();
    }

    [Fact]
    public async Task A_crash_ends_the_call_and_the_next_join_works()
    {
        _room.PersonJoins("an");
        await using var crashed = await JoinAsync();
        var speaking = crashed.SpeakAsync(Ramp(24_000), TestContext.Current.CancellationToken).AsTask();

        _room.Crashes();

        (await Should.ThrowAsync<CallFailedException>(speaking)).MayHelpToTryAgain.ShouldBeTrue();
        Told(crashed.Events).Last().ShouldBeOfType<CallEvent.Over>().MayRejoin.ShouldBeTrue();
        await crashed.Events.Completion;
        await using var next = await JoinAsync();
        _room.Assistants.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_lets_nobody_in()
    {
        _room.Refuses(new CallFailedException("The room is full.", mayHelp: true));

        await Should.ThrowAsync<CallFailedException>(JoinAsync);

        _room.Assistants.ShouldBe(0);
    }

    private Task<ICall> JoinAsync() => _calls.JoinAsync(
        new CallInvitation(Guid.NewGuid(), Address, "token", "Numeroly", Language.Vi), TestContext.Current.CancellationToken);

    private static List<T> Told<T>(ChannelReader<T> from)
    {
        var told = new List<T>();
        while (from.TryRead(out var next)) told.Add(next);
        return told;
    }

    private static short[] Ramp(int length) => [.. Enumerable.Range(0, length).Select(i => (short)i)];

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
