using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

/// <summary>The assistant and a person in a room of their own, each hearing that the other's microphone is open.</summary>
internal sealed class TwoInACall : IAsyncDisposable
{
    private TwoInACall(CallWorld world, Uri room, ICall assistant, ICall person)
    {
        (World, Room, Assistant, Person) = (world, room, assistant, person);
        (AtAssistant, AtPerson) = (new(assistant), new(person));
    }

    public CallWorld World { get; }

    public Uri Room { get; }

    public ICall Assistant { get; }

    public ICall Person { get; }

    public CallRecord AtAssistant { get; }

    public CallRecord AtPerson { get; }

    public static async Task<TwoInACall> MeetAsync(CallWorld world)
    {
        var room = await world.RoomAsync();
        var two = new TwoInACall(world, room, await world.JoinAsync(room, "assistant"), await world.JoinAsync(room, "an"));
        await two.AtAssistant.EventAsync<CallEvent.MicrophoneChanged>(changed => changed.IsOpen);
        await two.AtPerson.EventAsync<CallEvent.MicrophoneChanged>(changed => changed.IsOpen);
        return two;
    }

    /// <summary>The person goes on saying something until the assistant heard it.</summary>
    public async Task PersonIsHeardAsync(double hertz)
    {
        var speaking = Person.SpeakAsync(Tone.Samples(SpeechFormat.SpokenRate, hertz, 60), TestContext.Current.CancellationToken);
        await AtAssistant.HearsAsync(hertz);
        await Person.FlushAsync(TestContext.Current.CancellationToken);
        await speaking;
    }

    public async ValueTask DisposeAsync()
    {
        await Assistant.DisposeAsync();
        await Person.DisposeAsync();
    }
}
