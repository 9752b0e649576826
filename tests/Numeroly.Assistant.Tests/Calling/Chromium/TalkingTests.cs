using System.Text.Json;
using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

[Collection(OneBrowserAtATime.Name)]
public sealed class TalkingTests(SharedCallWorld shared) : IClassFixture<SharedCallWorld>
{
    private const int Second = SpeechFormat.SpokenRate;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_hear_what_the_other_says_and_know_who_it_is()
    {
        await using var two = await TwoInACall.MeetAsync(shared.World);

        var answering = two.Assistant.SpeakAsync(Tone.Samples(Second, 440, 3), Stop);
        await two.Person.SpeakAsync(Tone.Samples(Second, 700, 3), Stop);
        await answering;

        await two.AtPerson.HearsAsync(440);
        await two.AtAssistant.HearsAsync(700);
        two.AtAssistant.Events[0].ShouldBeOfType<CallEvent.Joined>();
        (await two.AtAssistant.EventAsync<CallEvent.ParticipantJoined>()).UserId.ShouldBe("an");
        two.AtAssistant.Heard.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Everything_that_was_played_is_counted()
    {
        await using var two = await TwoInACall.MeetAsync(shared.World);

        await two.Assistant.SpeakAsync(Tone.Samples(Second, 440, 1), Stop);
        await two.AtAssistant.EventAsync<CallEvent.Played>(played => played is { IsSilent: true, PlayedSamples: Second });
        await two.Assistant.SpeakAsync(Tone.Samples(Second, 440, 0.5), Stop);
        await two.AtAssistant.EventAsync<CallEvent.Played>(played => played is { IsSilent: true, PlayedSamples: Second * 3 / 2 });

        var counts = two.AtAssistant.Events.OfType<CallEvent.Played>().Select(played => played.PlayedSamples).ToList();
        counts.ShouldBe(counts.Order());
        counts.Count.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Whoever_speaks_is_never_more_than_half_a_second_ahead_of_the_sound()
    {
        await using var two = await TwoInACall.MeetAsync(shared.World);

        await two.Assistant.SpeakAsync(Tone.Samples(Second, 440, 2), Stop);

        (await two.Assistant.FlushAsync(Stop)).ShouldBeInRange(Second * 3 / 2, Second * 2);
    }

    [Fact]
    public async Task A_flush_drops_what_waits_and_what_was_not_sent_yet()
    {
        await using var two = await TwoInACall.MeetAsync(shared.World);
        var speaking = two.Assistant.SpeakAsync(Tone.Samples(Second, 440, 60), Stop).AsTask();
        await two.AtPerson.HearsAsync(440);

        var played = await two.Assistant.FlushAsync(Stop);
        await speaking;

        (await two.AtAssistant.EventAsync<CallEvent.Played>(told => told.IsSilent)).PlayedSamples.ShouldBe(played);
        played.ShouldBeLessThan(40 * Second);
        // What comes after it is heard at once, and nothing else is.
        await two.Assistant.SpeakAsync(Tone.Samples(Second, 900, 2), Stop);
        await two.AtPerson.HearsAsync(900);
        await two.AtAssistant.EventAsync<CallEvent.Played>(told => told.IsSilent && told.PlayedSamples == played + 2 * Second);
        var heard = two.AtPerson.Heard;
        Tone.Seconds(heard[^SpeechFormat.HeardRate..], SpeechFormat.HeardRate, 440).ShouldBe(0);
    }

    [Fact]
    public async Task Speech_that_is_given_up_half_way_can_be_followed_by_other_speech()
    {
        await using var two = await TwoInACall.MeetAsync(shared.World);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var speaking = two.Assistant.SpeakAsync(Tone.Samples(Second, 440, 60), giveUp.Token).AsTask();
        await two.AtPerson.HearsAsync(440);

        await giveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(speaking);
        await two.Assistant.SpeakAsync(Tone.Samples(Second, 900, 2), Stop);

        await two.AtPerson.HearsAsync(900);
        await two.AtAssistant.EventAsync<CallEvent.Played>(told => told.IsSilent);
    }

    [Fact]
    public async Task A_closed_microphone_is_told_and_lets_nothing_through()
    {
        await using var two = await TwoInACall.MeetAsync(shared.World);
        await two.PersonIsHeardAsync(700);
        var person = (await two.AtAssistant.EventAsync<CallEvent.ParticipantJoined>()).SessionId;

        await two.World.PostAsync($"/v1/rooms/{CallWorld.NameOf(two.Room)}/update-permissions", $$"""{"data":{"{{person}}": {"canSend": [] } } }""");
        await two.AtAssistant.EventAsync<CallEvent.MicrophoneChanged>(changed => !changed.IsOpen);
        var heard = two.AtAssistant.Heard.Length;
        await two.Person.SpeakAsync(Tone.Samples(Second, 900, 2), Stop);

        // What was on its way then still comes in; nothing that is said afterwards.
        two.AtAssistant.Heard.Length.ShouldBeLessThanOrEqualTo(heard + SpeechFormat.HeardFrame * 20);
        Tone.Seconds(two.AtAssistant.Heard, SpeechFormat.HeardRate, 900).ShouldBe(0);
    }

    [Fact]
    public async Task App_messages_pass_both_ways()
    {
        await using var two = await TwoInACall.MeetAsync(shared.World);

        await two.Person.SendAppMessageAsync(Json("""{"type":"user_input_started","data":{"name":"Nguyễn"}}"""), Stop);
        await two.Assistant.SendAppMessageAsync(Json("""{"type":"processing_status"}"""), Stop);

        var atAssistant = await two.AtAssistant.EventAsync<CallEvent.AppMessage>();
        atAssistant.Data.GetProperty("data").GetProperty("name").GetString().ShouldBe("Nguyễn");
        atAssistant.SessionId.ShouldBe((await two.AtAssistant.EventAsync<CallEvent.ParticipantJoined>()).SessionId);
        (await two.AtPerson.EventAsync<CallEvent.AppMessage>()).Data.GetProperty("type").GetString().ShouldBe("processing_status");
    }

    [Fact]
    public async Task An_app_message_that_Daily_would_not_take_is_refused()
    {
        await using var two = await TwoInACall.MeetAsync(shared.World);

        await Should.ThrowAsync<ArgumentException>(two.Assistant.SendAppMessageAsync(Json($"\"{new string('x', 4095)}\""), Stop).AsTask());
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
