using Numeroly.Assistant.Tests.Attending.World;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Attending;

public class Turns_out_of_the_ordinary
{
    [Fact]
    public async Task Two_in_quick_succession_are_both_kept_in_order_and_get_one_answer()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Mind.Gate = new SemaphoreSlim(0);

        await conversing.SaysAsync("what is my life path");
        await conversing.MessagesAsync(2);
        await conversing.SaysAsync("and my soul urge");
        await conversing.MessagesAsync(3);
        conversing.Mind.Gate.Release(2);
        var turns = await conversing.TurnsAsync(3);

        conversing.Record.Of<MessageSaved>().Select(message => message.Speaker).ShouldBe([Speaker.Assistant, Speaker.User, Speaker.User, Speaker.Assistant]);
        turns.Skip(1).Select(turn => turn.Outcome).ShouldBe([TurnOutcome.Merged, TurnOutcome.Answered]);
        conversing.Mind.Requests[^1].Said.TakeLast(2).Select(said => said.Text).ShouldBe(["what is my life path", "and my soul urge"]);
    }

    [Fact]
    public async Task An_empty_one_is_measured_and_nothing_is_said_about_it()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        var greeted = conversing.Room.Spoken.Length;

        await conversing.PressesAsync();
        await conversing.IsSilentAsync(0.3);
        await conversing.ReleasesAsync();

        (await conversing.TurnsAsync(2))[1].Outcome.ShouldBe(TurnOutcome.Empty);
        conversing.Record.Of<MessageSaved>().Count.ShouldBe(1);
        await Conversing.UntilAsync(() => conversing.Statuses[^1], status => status == "complete", "the app to know");
        conversing.Room.Spoken.Length.ShouldBe(greeted);
    }

    [Fact]
    public async Task One_that_nobody_understood_is_asked_for_again()
    {
        await using var conversing = await Conversing.UnderWayAsync();

        await conversing.SaysAsync("");

        (await conversing.TurnsAsync(2))[1].Outcome.ShouldBe(TurnOutcome.NotUnderstood);
        conversing.Record.Of<MessageSaved>()[^1].Text.ShouldBe("I did not catch that. Could you say it again?");
    }

    [Fact]
    public async Task An_endless_one_is_taken_as_finished_at_the_limit()
    {
        await using var conversing = await Conversing.UnderWayAsync(world => world.Options.LongestTurn = TimeSpan.FromMilliseconds(300));
        conversing.Ear.Texts.Enqueue("a very long story");

        await conversing.PressesAsync();
        await conversing.SpeaksAsync(5);
        var turn = (await conversing.TurnsAsync(2))[1];
        await conversing.SpeaksAsync(5);
        await conversing.ReleasesAsync();

        turn.Outcome.ShouldBe(TurnOutcome.Answered);
        conversing.Record.Of<MessageSaved>().Count(message => message.Speaker == Speaker.User).ShouldBe(1);
        conversing.Ear.Heard.ShouldBe([5 * 16_000]);
    }

    [Fact]
    public async Task A_written_one_is_answered_aloud_to_a_person_in_the_call()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        var greeted = conversing.Room.Spoken.Length;

        await conversing.WritesAsync("what is my life path");
        var turn = (await conversing.TurnsAsync(2))[1];

        (turn.Input, turn.Outcome).ShouldBe((TurnInput.Written, TurnOutcome.Answered));
        conversing.Room.Spoken.Length.ShouldBeGreaterThan(greeted);
        conversing.Record.Of<MessageSaved>().Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_the_device_understood_is_kept_once_whichever_news_comes_first(bool messageFirst)
    {
        await using var conversing = await Conversing.UnderWayAsync();
        var message = Guid.CreateVersion7();

        await conversing.PressesAsync(byDevice: true);
        if (messageFirst) await conversing.WritesAsync("what is my life path", message);
        await conversing.ReleasesAsync(byDevice: true, messageId: message);
        if (!messageFirst) await conversing.WritesAsync("what is my life path", message);
        var turns = await Conversing.UntilAsync(() => conversing.Record.Of<TurnMeasured>(), all => all.Count > 1 && all[^1].Outcome == TurnOutcome.Answered, "the answer");

        (turns[^1].Input, turns[^1].SpeechToText).ShouldBe((TurnInput.Spoken, "device"));
        conversing.Record.Of<MessageSaved>().Select(saved => saved.Speaker).ShouldBe([Speaker.Assistant, Speaker.User, Speaker.Assistant]);
        conversing.Ear.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_whose_words_overtook_the_button_is_answered_aloud_all_the_same()
    {
        var message = Guid.CreateVersion7();
        await using var conversing = await ThinkingUnheardAsync(message);

        await conversing.PressesAsync(byDevice: true);
        conversing.Voice.Gate = null;
        await conversing.ReleasesAsync(byDevice: true, messageId: message);
        var turn = (await conversing.TurnsAsync(3))[2];

        (turn.Input, turn.Outcome).ShouldBe((TurnInput.Spoken, TurnOutcome.Answered));
        conversing.Record.Of<AnswerInterrupted>().ShouldHaveSingleItem().Heard.ShouldBe("");
    }

    [Fact]
    public async Task An_empty_one_before_anything_of_the_answer_was_heard_does_not_lose_the_answer()
    {
        await using var conversing = await ThinkingUnheardAsync(Guid.CreateVersion7());
        var before = conversing.Room.Spoken.Length;

        await conversing.PressesAsync();
        conversing.Voice.Gate = null;
        await conversing.IsSilentAsync(0.3);
        await conversing.ReleasesAsync();
        var turns = await conversing.TurnsAsync(4);

        turns.Skip(1).Select(turn => turn.Outcome).ShouldBe([TurnOutcome.Interrupted, TurnOutcome.Empty, TurnOutcome.Answered]);
        conversing.Room.Spoken.Length.ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task One_that_the_device_failed_to_understand_is_recognised_from_the_sound_that_was_kept()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Ear.Texts.Enqueue("what is my life path");

        conversing.Room.PersonOpensMicrophone();
        await conversing.PressesAsync(byDevice: true);
        await conversing.SpeaksAsync(0.5);
        await conversing.ReleasesAsync(byDevice: false);
        await conversing.TurnsAsync(2);

        conversing.Ear.Heard.ShouldBe([8000]);
        conversing.Record.Of<MessageSaved>()[1].Text.ShouldBe("what is my life path");
    }

    [Fact]
    public async Task In_an_open_microphone_they_are_found_by_the_voice()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Ear.Texts.Enqueue("what is my life path");
        conversing.Ear.Texts.Enqueue("and my soul urge");

        await conversing.PressesAsync(open: true);
        conversing.Room.PersonOpensMicrophone();
        await conversing.IsSilentAsync(0.5);
        await conversing.SpeaksAsync(1);
        await conversing.IsSilentAsync(1);
        await conversing.TurnsAsync(2);
        await conversing.SpeaksAsync(1);
        await conversing.IsSilentAsync(1);
        await conversing.TurnsAsync(3);

        conversing.Record.Of<MessageSaved>().Where(message => message.Speaker == Speaker.User).Select(message => message.Text)
            .ShouldBe(["what is my life path", "and my soul urge"]);
    }

    [Fact]
    public async Task In_an_open_microphone_a_whole_question_is_answered_after_a_shorter_pause()
    {
        await using var conversing = await SpeakingOpenlyAsync(soFar: "What is my life path number?", whole: "What is my life path number?");

        await conversing.IsSilentAsync(0.45);

        (await conversing.TurnsAsync(2))[1].Outcome.ShouldBe(TurnOutcome.Answered);
    }

    [Fact]
    public async Task In_an_open_microphone_a_pause_in_the_middle_of_a_thought_does_not_end_it()
    {
        await using var conversing = await SpeakingOpenlyAsync(soFar: "I was born on the", whole: "I was born on the fourteenth of May");

        await conversing.IsSilentAsync(1);
        await conversing.SpeaksAsync(0.5);
        await conversing.IsSilentAsync(1.4);
        await conversing.TurnsAsync(2);

        conversing.Ear.Heard.ShouldHaveSingleItem();
        conversing.Record.Of<MessageSaved>()[1].Text.ShouldBe("I was born on the fourteenth of May");
    }

    [Fact]
    public async Task Without_any_recogniser_the_person_is_asked_to_write()
    {
        await using var conversing = new Conversing { HearsSpeech = false };
        _ = conversing.Starts();
        conversing.Room.PersonJoins("alice", microphoneIsOpen: false);
        await conversing.TurnsAsync(1);

        await conversing.PressesAsync();
        await conversing.SpeaksAsync(0.5);
        await conversing.ReleasesAsync();
        await conversing.TurnsAsync(2);

        conversing.Record.Of<MessageSaved>()[^1].Text.ShouldStartWith("I cannot hear speech right now.");
        await conversing.WritesAsync("fine");
        (await conversing.TurnsAsync(3))[2].Outcome.ShouldBe(TurnOutcome.Answered);
    }

    /// <summary>Somebody has spoken for a second into an open microphone, and the first of it is understood.</summary>
    private static async Task<Conversing> SpeakingOpenlyAsync(string soFar, string whole)
    {
        var conversing = await Conversing.UnderWayAsync();
        conversing.Ear.SoFar = soFar;
        conversing.Ear.Texts.Enqueue(whole);
        await conversing.PressesAsync(open: true);
        await conversing.SpeaksAsync(1);
        await Conversing.UntilAsync(() => conversing.Told("transcription_update"), told => told.Count > 0, "what is understood so far");
        return conversing;
    }

    /// <summary>The person wrote something; the answer is known, and nothing of it audible yet.</summary>
    private static async Task<Conversing> ThinkingUnheardAsync(Guid message)
    {
        var conversing = await Conversing.UnderWayAsync();
        conversing.Voice.Gate = new SemaphoreSlim(0);
        await conversing.WritesAsync("what is my life path", message);
        await conversing.MessagesAsync(3);
        return conversing;
    }
}
