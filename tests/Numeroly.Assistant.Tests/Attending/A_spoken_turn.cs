using Numeroly.Assistant.Tests.Attending.World;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Attending;

public class A_spoken_turn
{
    [Fact]
    public async Task Is_kept_answered_aloud_and_measured()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        var greeted = conversing.Room.Spoken.Length;

        await conversing.SaysAsync("what is my life path");
        var turn = (await conversing.TurnsAsync(2))[1];

        var said = conversing.Record.Of<MessageSaved>();
        said.Select(message => (message.Speaker, message.Text)).ShouldBe(
        [
            (Speaker.Assistant, "This is the first sentence. This is the second sentence."),
            (Speaker.User, "what is my life path"),
            (Speaker.Assistant, "This is the first sentence. This is the second sentence."),
        ]);
        said[1].Confidence.ShouldBe(0.9);
        said[2].EmotionalTone.ShouldBe(EmotionalTone.Energetic);
        said[2].Heard.ShouldBeNull();
        conversing.Room.Spoken.Length.ShouldBe(2 * greeted);
        turn.ShouldSatisfyAllConditions(
            () => turn.AnswerId.ShouldBe(said[2].MessageId),
            () => turn.Outcome.ShouldBe(TurnOutcome.Answered),
            () => turn.Input.ShouldBe(TurnInput.Spoken),
            () => (turn.SpeechToText, turn.Reply, turn.TextToSpeech).ShouldBe(("ear", "mind", "voice")));
        new[] { turn.UnderstoodAfterMs, turn.FirstWordsAfterMs, turn.FirstSoundAfterMs, turn.AudibleAfterMs }.ShouldBeInOrder();
        conversing.Record.State.AnswerUnderWay.ShouldBeNull();
    }

    [Fact]
    public async Task Is_told_to_the_app_step_by_step_with_the_version_each_time()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        var before = conversing.Statuses.Count;

        await conversing.SaysAsync("what is my life path");
        await conversing.TurnsAsync(2);
        await Conversing.UntilAsync(() => conversing.Statuses, statuses => statuses[^1] == "complete" && statuses.Count > before + 1, "the turn to be complete");

        conversing.Statuses.Skip(before).ShouldBe(["transcribing", "thinking", "synthesizing", "complete"]);
        var heard = conversing.Told("transcription_update");
        heard.Select(data => (data.GetProperty("text").GetString(), data.GetProperty("isFinal").GetBoolean())).ShouldBe([("wha", false), ("what is my life path", true)]);
        var user = conversing.Record.Facts.ToList().FindIndex(fact => fact is MessageSaved { Speaker: Speaker.User }) + 1;
        conversing.ToldAt("transcription_update")[1].ShouldBe(user);
        var answer = conversing.Told("assistant_response")[^1];
        answer.GetProperty("emotionalTone").GetString().ShouldBe("energetic");
        conversing.ToldAt("assistant_response")[^1].ShouldBe(conversing.Record.Facts.ToList().FindLastIndex(fact => fact is MessageSaved) + 1);
    }

    [Fact]
    public async Task Is_spoken_while_the_rest_of_the_answer_is_still_being_thought_of()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        var greeted = conversing.Room.Spoken.Length;
        conversing.Mind.Sentences = ["This is the first sentence.", "This is the second sentence.", "This is the third sentence."];
        conversing.Mind.EachWaits = new SemaphoreSlim(2);

        await conversing.SaysAsync("tell me everything");
        await conversing.AudibleAfterAsync(greeted);
        conversing.Record.Of<MessageSaved>().Count.ShouldBe(2, "the answer cannot be complete yet");
        conversing.Mind.EachWaits.Release();

        (await conversing.MessagesAsync(3))[2].Text.ShouldBe("This is the first sentence. This is the second sentence. This is the third sentence.");
        await conversing.TurnsAsync(2);
        conversing.Voice.Said.TakeLast(3).ShouldBe(["This is the first sentence.", "This is the second sentence.", "This is the third sentence."]);
    }

    [Fact]
    public async Task Is_heard_from_a_little_before_the_button_was_known_to_be_pressed()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Ear.Texts.Enqueue("hello");

        conversing.Room.PersonOpensMicrophone();
        await conversing.SpeaksAsync(0.1);
        await conversing.PressesAsync();
        await conversing.SpeaksAsync(0.2);
        await conversing.ReleasesAsync();
        await conversing.TurnsAsync(2);

        conversing.Ear.Heard.ShouldBe([4800]);
    }

    [Fact]
    public async Task Teaches_whom_the_numbers_are_about()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Mind.Learns = new Reading(null, new DateOnly(1991, 1, 2));

        await conversing.SaysAsync("no, I was born on the second of January 1991");
        await conversing.TurnsAsync(2);

        conversing.Record.State.Reading.ShouldBe(new Reading("Alice", new DateOnly(1991, 1, 2)));
        await conversing.SaysAsync("and now");
        await conversing.TurnsAsync(3);
        conversing.Mind.Requests[^1].Reading.ShouldBe(new Reading("Alice", new DateOnly(1991, 1, 2)));
    }

    [Fact]
    public async Task Is_kept_when_the_store_was_away_while_it_was_said()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        var greeted = conversing.Room.Spoken.Length;
        conversing.Record.IsAway = true;

        await conversing.SaysAsync("what is my life path");
        await conversing.AudibleAfterAsync(greeted);
        conversing.Record.Of<MessageSaved>().Count.ShouldBe(1);
        conversing.Record.IsAway = false;

        (await conversing.MessagesAsync(3)).Select(message => message.Speaker).ShouldBe([Speaker.Assistant, Speaker.User, Speaker.Assistant]);
    }
}
