using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

public sealed class TalkingTests : IAsyncLifetime
{
    private CallWorld _world = null!;
    private Uri _room = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await CallWorld.StartAsync();
        _room = await _world.RoomAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Both_hear_what_the_other_says()
    {
        await using var assistant = await _world.JoinAsync(_room, "assistant");
        await using var person = await _world.JoinAsync(_room, "an");
        var (atAssistant, atPerson) = (new CallRecord(assistant), new CallRecord(person));
        await atAssistant.EventAsync<CallEvent.MicrophoneChanged>(changed => changed.IsOpen);
        await atPerson.EventAsync<CallEvent.MicrophoneChanged>(changed => changed.IsOpen);

        var speaking = assistant.SpeakAsync(Tone.Samples(SpeechFormat.SpokenRate, 440, 3), Stop);
        await person.SpeakAsync(Tone.Samples(SpeechFormat.SpokenRate, 700, 3), Stop);
        await speaking;

        await atPerson.HearsAsync(440);
        await atAssistant.HearsAsync(700);
        (await atAssistant.EventAsync<CallEvent.ParticipantJoined>()).UserId.ShouldBe("an");
        (await atPerson.EventAsync<CallEvent.Played>(played => played.IsSilent)).PlayedSamples.ShouldBe(3 * SpeechFormat.SpokenRate);
        atAssistant.Events[0].ShouldBeOfType<CallEvent.Joined>();
    }
}
