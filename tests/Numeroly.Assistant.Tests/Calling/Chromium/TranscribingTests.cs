using Numeroly.Assistant.Calling;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

[Collection(OneBrowserAtATime.Name)]
public sealed class TranscribingTests(SharedCallWorld shared) : IClassFixture<SharedCallWorld>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_Daily_understands_is_told_with_whose_it_is_and_whether_it_is_final()
    {
        await using var two = await TwoInACall.MeetAsync(shared.World);
        var person = (await two.AtAssistant.EventAsync<CallEvent.ParticipantJoined>()).SessionId;

        await two.Assistant.StartTranscriptionAsync(Language.Vi, Stop);
        await SayAsync(two, """{"event":"message","user_id":"an","text":"số chủ","is_final":false,"confidence":0.5}""");
        await SayAsync(two, """{"event":"message","user_id":"an","text":"số chủ đạo","is_final":true,"confidence":0.9}""");

        await two.AtAssistant.EventAsync<CallEvent.Transcribed>(told => told == new CallEvent.Transcribed(person, "số chủ", IsFinal: false, 0.5));
        await two.AtAssistant.EventAsync<CallEvent.Transcribed>(told => told == new CallEvent.Transcribed(person, "số chủ đạo", IsFinal: true, 0.9));
    }

    [Fact]
    public async Task Asking_twice_does_not_transcribe_twice()
    {
        await using var two = await TwoInACall.MeetAsync(shared.World);

        await two.Assistant.StartTranscriptionAsync(Language.En, Stop);
        await two.Assistant.StartTranscriptionAsync(Language.En, Stop);
        await SayAsync(two, """{"event":"message","user_id":"an","text":"seven"}""");

        await two.AtAssistant.EventAsync<CallEvent.Transcribed>();
        two.AtAssistant.Events.OfType<CallEvent.Transcribed>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_transcription_that_fails_is_told()
    {
        await using var two = await TwoInACall.MeetAsync(shared.World);
        await two.Assistant.StartTranscriptionAsync(Language.En, Stop);

        await SayAsync(two, """{"event":"error","message":"the recogniser was lost"}""");

        (await two.AtAssistant.EventAsync<CallEvent.TranscriptionFailed>()).Reason.ShouldBe("the recogniser was lost");
    }

    [Fact]
    public async Task Daily_s_refusal_to_transcribe_is_told_to_whoever_asked()
    {
        var room = await shared.World.RoomAsync();
        await using var guest = await shared.World.JoinWithTokenAsync(room, await shared.World.TokenAsync(room, "assistant", isOwner: false));

        var refused = await Should.ThrowAsync<CallFailedException>(guest.StartTranscriptionAsync(Language.Vi, Stop).AsTask());

        refused.Message.ShouldContain("transcri");
    }

    private static async Task SayAsync(TwoInACall two, string what) => await two.World.PostAsync($"/standin/rooms/{CallWorld.NameOf(two.Room)}/transcription", what);
}
