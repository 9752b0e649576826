using Numeroly.Assistant.Tests.Attending.World;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Attending;

public class Interruptions
{
    [Fact]
    public async Task Speaking_over_the_assistant_silences_it_and_keeps_what_was_heard()
    {
        await using var conversing = await LongAnswer.BegunAsync();

        await conversing.PressesAsync();
        var cut = await LongAnswer.CutAsync(conversing);
        var played = conversing.Room.Spoken.Length;

        cut.Cause.ShouldBe(InterruptionCause.PersonSpoke);
        var answer = conversing.Record.Of<MessageSaved>()[^1];
        cut.MessageId.ShouldBe(answer.MessageId);
        answer.Text.ShouldStartWith(cut.Heard);
        cut.Heard.Length.ShouldBeLessThan(answer.Text.Length);
        conversing.Record.Of<TurnMeasured>()[^1].Outcome.ShouldBe(TurnOutcome.Interrupted);
        conversing.Ear.Texts.Enqueue("wait");
        conversing.Mind.Sentences = [];
        await conversing.SpeaksAsync(0.3);
        conversing.Room.Spoken.Length.ShouldBe(played);
    }

    [Fact]
    public async Task In_an_open_microphone_the_voice_alone_silences_the_assistant()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        await conversing.PressesAsync(open: true);
        conversing.Ear.Texts.Enqueue("hello");
        await conversing.SpeaksAsync(1);
        await conversing.IsSilentAsync(1);
        await conversing.TurnsAsync(2);
        await LongAnswer.BeginAsync(conversing);

        await conversing.SpeaksAsync(0.1);

        (await LongAnswer.CutAsync(conversing)).Cause.ShouldBe(InterruptionCause.PersonSpoke);
    }

    [Fact]
    public async Task The_next_answer_knows_how_much_of_the_last_was_heard()
    {
        await using var conversing = await LongAnswer.BegunAsync();

        await conversing.SaysAsync("go on");
        var cut = await LongAnswer.CutAsync(conversing);
        await conversing.TurnsAsync(3);

        conversing.Mind.Requests[^1].Said[^2].Heard.ShouldBe(cut.Heard);
    }

    [Fact]
    public async Task A_person_who_leaves_in_mid_answer_hears_the_rest_when_they_come_back()
    {
        await using var conversing = await LongAnswer.BegunAsync();

        conversing.Room.PersonLeaves();
        var cut = await LongAnswer.CutAsync(conversing);
        cut.Cause.ShouldBe(InterruptionCause.PersonLeft);
        var answer = conversing.Record.Of<MessageSaved>()[^1].Text;
        conversing.Room.PersonJoins("alice", microphoneIsOpen: false);

        var again = (await Conversing.UntilAsync(() => conversing.Record.Of<MessageSaved>(), all => all.Count > 3, "the rest"))[^1].Text;
        cut.Heard.Length.ShouldBeLessThan(LongAnswer.FirstSentence.Length);
        again.ShouldBe($"Sorry, I was interrupted, and I am back. {answer}");
    }

    [Fact]
    public async Task A_crashed_call_is_joined_again_and_the_rest_is_said()
    {
        await using var conversing = await LongAnswer.BegunAsync();

        conversing.Room.Crashes();

        (await LongAnswer.CutAsync(conversing)).Cause.ShouldBe(InterruptionCause.CallLost);
        (await conversing.MessagesAsync(4))[^1].Text.ShouldStartWith("Sorry, I was interrupted, and I am back.");
        conversing.Room.Invitations.Length.ShouldBe(2);
        conversing.Room.Assistants.ShouldBe(1);
    }

    [Fact]
    public async Task The_end_in_mid_answer_is_the_end_and_keeps_what_was_heard()
    {
        await using var conversing = new Conversing();
        var run = conversing.Starts();
        conversing.Room.PersonJoins("alice", microphoneIsOpen: false);
        await conversing.TurnsAsync(1);
        await LongAnswer.BeginAsync(conversing);

        conversing.Record.Append(new Ended(EndCause.User, 5, TimeProvider.System.GetUtcNow()));

        (await run.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        conversing.Record.Of<AnswerInterrupted>().ShouldHaveSingleItem().Cause.ShouldBe(InterruptionCause.ConversationEnded);
        conversing.Room.Assistants.ShouldBe(0);
    }

    [Fact]
    public async Task An_assistant_that_has_to_stop_leaves_and_another_takes_up_what_was_cut()
    {
        await using var conversing = new Conversing();
        using var stop = new CancellationTokenSource();
        var first = conversing.Starts(stop.Token);
        conversing.Room.PersonJoins("alice", microphoneIsOpen: false);
        await conversing.TurnsAsync(1);
        await LongAnswer.BeginAsync(conversing);

        await stop.CancelAsync();
        (await first.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeFalse();
        conversing.Record.Of<AnswerInterrupted>().ShouldHaveSingleItem().Cause.ShouldBe(InterruptionCause.AssistantLost);
        conversing.Room.Assistants.ShouldBe(0);
    }

    [Fact]
    public async Task An_assistant_that_died_in_mid_answer_is_replaced_by_one_that_says_so_and_says_it_again()
    {
        await using var conversing = new Conversing();
        conversing.Record.Append(new AssistantArrived(Guid.CreateVersion7(), 1, HasVoice: true, TimeProvider.System.GetUtcNow()));
        await conversing.WritesAsync("what is my life path");
        var answer = Guid.CreateVersion7();
        conversing.Record.Append(new MessageSaved(answer, Speaker.Assistant, "Your life path is 5.", null, EmotionalTone.Warm, null, TimeProvider.System.GetUtcNow()));

        _ = conversing.Starts();
        conversing.Room.PersonJoins("alice", microphoneIsOpen: false);
        await conversing.TurnsAsync(1);

        conversing.Record.Of<AssistantArrived>().Select(arrived => arrived.Ordinal).ShouldBe([1, 2]);
        var cut = conversing.Record.Of<AnswerInterrupted>().ShouldHaveSingleItem();
        (cut.MessageId, cut.Cause).ShouldBe((answer, InterruptionCause.AssistantLost));
        conversing.Record.Of<MessageSaved>()[^1].Text.ShouldBe("Sorry, I was interrupted, and I am back. Your life path is 5.");
    }

    [Fact]
    public async Task An_assistant_that_died_before_answering_is_replaced_by_one_that_answers()
    {
        await using var conversing = new Conversing();
        conversing.Record.Append(new AssistantArrived(Guid.CreateVersion7(), 1, HasVoice: true, TimeProvider.System.GetUtcNow()));
        await conversing.WritesAsync("what is my life path");

        _ = conversing.Starts();
        conversing.Room.PersonJoins("alice", microphoneIsOpen: false);
        await conversing.TurnsAsync(1);

        conversing.Record.Of<MessageSaved>()[^1].Text.ShouldBe("Sorry, I was interrupted, and I am back. This is the first sentence. This is the second sentence.");
        conversing.Mind.Requests.ShouldHaveSingleItem().Said[^1].Text.ShouldBe("what is my life path");
    }

    [Fact]
    public async Task A_button_that_silences_the_answer_leaves_it_silent()
    {
        await using var conversing = await LongAnswer.BegunAsync();

        await conversing.PressesAsync();
        await conversing.IsSilentAsync(0.3);
        await conversing.ReleasesAsync();
        await conversing.TurnsAsync(3);
        var played = conversing.Room.Spoken.Length;

        await conversing.WritesAsync("thank you");
        await conversing.TurnsAsync(4);

        conversing.Record.Of<MessageSaved>().Select(message => message.Speaker).ShouldBe([Speaker.Assistant, Speaker.User, Speaker.Assistant, Speaker.User, Speaker.Assistant]);
        conversing.Room.Spoken.Length.ShouldBeGreaterThan(played);
    }
}
