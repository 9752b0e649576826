using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Tests.Attending.World;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Attending;

public class Failing_providers
{
    [Fact]
    public async Task A_recogniser_that_fails_gives_way_to_the_next_which_hears_the_turn_from_its_beginning()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Ear.Fails = ProviderFailure.Unavailable;
        conversing.SpareEar.Texts.Enqueue("what is my life path");

        await conversing.SaysAsync("never understood");
        var turn = (await conversing.TurnsAsync(2))[1];

        conversing.SpareEar.Heard.ShouldBe(conversing.Ear.Heard);
        (turn.SpeechToText, turn.Outcome).ShouldBe(("spare-ear", TurnOutcome.Answered));
        Fell(conversing).ShouldBe([(ProviderStage.SpeechToText, "ear", "Unavailable", "spare-ear")]);
    }

    [Fact]
    public async Task A_recogniser_that_is_down_is_left_alone_in_the_next_turn()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Ear.Fails = ProviderFailure.Unavailable;
        conversing.SpareEar.Texts.Enqueue("one");
        conversing.SpareEar.Texts.Enqueue("two");

        await conversing.SaysAsync("never understood");
        await conversing.TurnsAsync(2);
        await conversing.SaysAsync("never understood");
        await conversing.TurnsAsync(3);

        conversing.Ear.Heard.Count.ShouldBe(1);
        Fell(conversing).Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_no_recogniser_is_left_the_person_is_asked_to_write()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Ear.Fails = conversing.SpareEar.Fails = ProviderFailure.TimedOut;

        await conversing.SaysAsync("never understood");

        (await conversing.TurnsAsync(2))[1].Outcome.ShouldBe(TurnOutcome.NotUnderstood);
        conversing.Record.Of<MessageSaved>()[^1].Text.ShouldStartWith("I cannot hear speech right now.");
        Fell(conversing).ShouldBe([(ProviderStage.SpeechToText, "ear", "TimedOut", "spare-ear"), (ProviderStage.SpeechToText, "spare-ear", "TimedOut", null)]);
    }

    [Fact]
    public async Task A_mind_that_fails_gives_way_to_the_next_and_the_person_is_told_once()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Mind.Fails = (0, ProviderFailure.RateLimited);
        conversing.SpareMind.Sentences = ["A simple answer."];

        await conversing.SaysAsync("what is my life path");
        var turn = (await conversing.TurnsAsync(2))[1];
        await conversing.SaysAsync("and my soul urge");
        await conversing.TurnsAsync(3);

        (turn.Reply, turn.Outcome).ShouldBe(("spare-mind", TurnOutcome.Answered));
        conversing.Record.Of<MessageSaved>().Where(message => message.Speaker == Speaker.Assistant).Skip(1).Select(message => message.Text)
            .ShouldBe(["I am having a little trouble, so my answers will be a bit simpler. A simple answer.", "A simple answer."]);
        Fell(conversing).ShouldBe([(ProviderStage.Reply, "mind", "RateLimited", "spare-mind")]);
    }

    [Fact]
    public async Task A_mind_that_breaks_off_in_mid_answer_is_taken_over_from_with_a_sentence_about_it()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Mind.Fails = (1, ProviderFailure.CutOff);
        conversing.SpareMind.Sentences = ["A simple answer."];

        await conversing.SaysAsync("what is my life path");
        await conversing.TurnsAsync(2);

        conversing.Record.Of<MessageSaved>()[^1].Text.ShouldBe("This is the first sentence. Sorry, I was cut off. Let me say that again. A simple answer.");
    }

    [Fact]
    public async Task When_no_mind_is_left_the_person_is_told_and_the_turn_counts_as_failed()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Mind.Fails = conversing.SpareMind.Fails = (0, ProviderFailure.NotAllowed);

        await conversing.SaysAsync("what is my life path");

        (await conversing.TurnsAsync(2))[1].Outcome.ShouldBe(TurnOutcome.Failed);
        conversing.Record.Of<MessageSaved>()[^1].Text.ShouldEndWith("I cannot answer right now. Please wait a moment and ask me again.");
    }

    [Fact]
    public async Task A_voice_that_fails_gives_way_to_the_next_which_says_why_it_sounds_different()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Voice.Fails = ProviderFailure.Unavailable;

        await conversing.SaysAsync("what is my life path");
        var turn = (await conversing.TurnsAsync(2))[1];

        (turn.TextToSpeech, turn.Outcome).ShouldBe(("spare-voice", TurnOutcome.Answered));
        conversing.SpareVoice.Said.ShouldBe(["My voice is having trouble, so I am using another one.", "This is the first sentence.", "This is the second sentence."]);
        conversing.Record.Of<MessageSaved>()[^1].Text.ShouldBe("This is the first sentence. This is the second sentence.");
        Fell(conversing).ShouldBe([(ProviderStage.TextToSpeech, "voice", "Unavailable", "spare-voice")]);
    }

    [Fact]
    public async Task When_no_voice_is_left_the_answer_is_written_and_the_record_says_that_nothing_was_heard()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Voice.Fails = conversing.SpareVoice.Fails = ProviderFailure.Unavailable;

        await conversing.SaysAsync("what is my life path");
        await conversing.TurnsAsync(2);

        var cut = conversing.Record.Of<AnswerInterrupted>().ShouldHaveSingleItem();
        (cut.Heard, cut.Cause).ShouldBe(("", InterruptionCause.VoiceLost));
        conversing.Told("assistant_response")[^1].GetProperty("text").GetString().ShouldBe("This is the first sentence. This is the second sentence.");
    }

    private static IReadOnlyList<(ProviderStage Stage, string Provider, string Failure, string? Next)> Fell(Conversing conversing) =>
        [.. conversing.Record.Of<ProviderFailed>().Select(failed => (failed.Stage, failed.Provider, failed.Failure, failed.FellBackTo))];
}
