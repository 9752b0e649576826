using System.Text.Json;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Tests.Calling.Chromium;
using Numeroly.Events.Conversations;
using Numeroly.Harness;

namespace Numeroly.Assistant.Tests.Calling.Native;

public sealed class MeetingTests : NativeCallTest
{
    [Fact]
    public async Task Joining_is_told_first_then_who_is_there_already_and_only_once()
    {
        Script.PersonJoins(Room, "person", "an", isMicrophoneOpen: true);

        await using var call = await JoinAsync();
        var record = new CallRecord(call);

        await record.EventAsync<CallEvent.MicrophoneChanged>();
        record.Events.ShouldBe([new CallEvent.Joined("ourselves"), new CallEvent.ParticipantJoined("person", "an"), new CallEvent.MicrophoneChanged("person", IsOpen: true)]);
        Script.Note(Room, "token").ShouldBe(Token);
        Script.Note(Room, "user_name").ShouldBe("Numeroly Ánh");
    }

    [Fact]
    public async Task Coming_opening_the_microphone_and_leaving_are_told()
    {
        await using var call = await JoinAsync();
        var record = new CallRecord(call);

        Script.PersonJoins(Room, "person", "", isMicrophoneOpen: false);
        Script.PersonTurnsMicrophone(Room, isOpen: true);
        Script.PersonLeaves(Room);

        await record.EventAsync<CallEvent.ParticipantLeft>();
        record.Events.ShouldBe(
        [
            new CallEvent.Joined("ourselves"),
            new CallEvent.ParticipantJoined("person", UserId: null),
            new CallEvent.MicrophoneChanged("person", IsOpen: true),
            new CallEvent.MicrophoneChanged("person", IsOpen: false),
            new CallEvent.ParticipantLeft("person"),
        ]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(48_000, 1)]
    [InlineData(44_100, 2)]
    [InlineData(8_000, 1)]
    public async Task The_person_is_heard_at_our_rate_whatever_comes_from_the_library(int rate, int channels)
    {
        Script.PersonJoins(Room, "person", "an", isMicrophoneOpen: true);
        await using var call = await JoinAsync();
        var record = new CallRecord(call);

        Script.PersonSpeaks(Room, 440, TimeSpan.FromSeconds(1), rate, channels);

        await record.HearsAsync(440);
    }

    [Fact]
    public async Task Nothing_is_heard_through_a_closed_microphone()
    {
        Script.PersonJoins(Room, "person", "an", isMicrophoneOpen: true);
        await using var call = await JoinAsync();
        var record = new CallRecord(call);
        Script.PersonSpeaks(Room, 440, TimeSpan.FromSeconds(30));
        await record.HearsAsync(440);

        Script.PersonTurnsMicrophone(Room, isOpen: false);
        await record.EventAsync<CallEvent.MicrophoneChanged>(changed => !changed.IsOpen);
        var heard = record.Heard.Length;
        Script.PersonSpeaks(Room, 880, TimeSpan.FromSeconds(30));
        Script.PersonTurnsMicrophone(Room, isOpen: true);
        await record.HearsAsync(880);

        // Between the two tones there is no gap that was heard as silence, and nothing of the time in between.
        record.Heard.Skip(heard).Chunk(SpeechFormat.HeardFrame).Count(frame => Tone.IsTone(frame, SpeechFormat.HeardRate, 440)).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task App_messages_pass_both_ways()
    {
        Script.PersonJoins(Room, "person", "an", isMicrophoneOpen: false);
        await using var call = await JoinAsync();
        var record = new CallRecord(call);

        Script.Tells(Room, """{"action":"app-message","from":"person","msgData":{"type":"user_input_started","data":{"conversationId":"số 1"}}}""");
        await call.SendAppMessageAsync(JsonDocument.Parse("""{"type":"assistant_response","data":{"text":"Chào bạn"}}""").RootElement, Stop);

        var received = await record.EventAsync<CallEvent.AppMessage>();
        received.SessionId.ShouldBe("person");
        received.Data.GetProperty("data").GetProperty("conversationId").GetString().ShouldBe("số 1");
        await Eventually.HoldsAsync(() => Script.Note(Room, "received") == "{\"type\":\"assistant_response\",\"data\":{\"text\":\"Chào bạn\"}}\n", "the message's arrival");
    }

    [Fact]
    public async Task An_app_message_that_is_too_long_is_not_sent()
    {
        await using var call = await JoinAsync();

        await Should.ThrowAsync<ArgumentException>(async () => await call.SendAppMessageAsync(JsonSerializer.SerializeToElement(new string('a', 4095)), Stop));

        Script.Note(Room, "received").ShouldBe("");
    }

    [Fact]
    public async Task Events_that_make_no_sense_disturb_nothing()
    {
        await using var call = await JoinAsync();
        var record = new CallRecord(call);

        string[] odd = ["no JSON", "7", "[]", "{}", """{"action":7}""", """{"action":"participant-joined"}""", """{"action":"participant-joined","participant":{"id":7,"info":[]}}""", """{"action":"request-completed","requestId":{"id":-1}}""", """{"action":"transcription-message","participantId":"person","text":"x","rawResponse":{"channel":{"alternatives":[]}}}"""];
        foreach (var happened in odd) Script.Tells(Room, happened);
        Script.PersonJoins(Room, "person", "an", isMicrophoneOpen: false);

        (await record.EventAsync<CallEvent.ParticipantJoined>()).SessionId.ShouldBe("person");
    }

    [Fact]
    public async Task What_Daily_transcribes_is_told_and_asking_twice_starts_it_once()
    {
        await using var call = await JoinAsync();
        var record = new CallRecord(call);

        await call.StartTranscriptionAsync(Language.Vi, Stop);
        await call.StartTranscriptionAsync(Language.Vi, Stop);
        Script.Tells(Room, """{"action":"transcription-message","participantId":"person","text":"số chủ","rawResponse":{"is_final":false,"channel":{"alternatives":[{"confidence":0.5}]}}}""");
        Script.Tells(Room, """{"action":"transcription-message","participantId":"person","text":"số chủ đạo"}""");
        Script.Tells(Room, """{"action":"transcription-error","message":"the recogniser was lost"}""");

        (await record.EventAsync<CallEvent.TranscriptionFailed>()).Reason.ShouldBe("the recogniser was lost");
        record.Events.OfType<CallEvent.Transcribed>().ShouldBe([new("person", "số chủ", IsFinal: false, 0.5), new("person", "số chủ đạo", IsFinal: true, Confidence: null)]);
        Script.Note(Room, "transcriptions").ShouldBe("1");
        Script.Note(Room, "transcription").ShouldBe("""{"language":"vi","model":"nova-3","punctuate":true,"includeRawResponse":true,"extra":{"interim_results":true}}""");
    }

    [Fact]
    public async Task Daily_s_refusal_to_transcribe_is_told_to_whoever_asked()
    {
        Script.RefusesTranscription(Room, "must be an owner to transcribe");
        await using var call = await JoinAsync();

        (await Should.ThrowAsync<CallFailedException>(call.StartTranscriptionAsync(Language.En, Stop).AsTask())).Message.ShouldContain("must be an owner");
    }
}
