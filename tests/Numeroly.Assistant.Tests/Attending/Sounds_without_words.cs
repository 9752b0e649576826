using Numeroly.Assistant.Tests.Attending.World;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Attending;

/// <summary>A cough, a door, somebody else: a voice over the answer that turns out to say nothing.</summary>
public class Sounds_without_words
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public async Task One_over_the_answer_does_not_end_it(double seconds)
    {
        await using var conversing = await LongAnswer.BegunAsync(open: true);

        await conversing.SpeaksAsync(0.1);
        var cut = await LongAnswer.CutAsync(conversing);
        conversing.Voice.Each = TimeSpan.FromMilliseconds(100);
        await conversing.SpeaksAsync(seconds);
        await conversing.IsSilentAsync(1);
        var said = await conversing.MessagesAsync(4);
        var turns = await conversing.TurnsAsync(4);

        cut.Cause.ShouldBe(InterruptionCause.PersonSpoke);
        said.Select(message => message.Speaker).ShouldBe([Speaker.Assistant, Speaker.User, Speaker.Assistant, Speaker.Assistant]);
        said[^1].Text.ShouldBe(LongAnswer.Text);
        turns.Skip(1).Select(turn => turn.Outcome).ShouldBe([TurnOutcome.Interrupted, TurnOutcome.NotUnderstood, TurnOutcome.Answered]);
    }

    [Fact]
    public async Task A_person_who_leaves_after_one_hears_the_rest_when_they_come_back()
    {
        await using var conversing = await LongAnswer.BegunAsync(open: true);
        await conversing.SpeaksAsync(0.1);
        await LongAnswer.CutAsync(conversing);

        conversing.Room.PersonLeaves();
        await conversing.TurnsAsync(3);
        conversing.Room.PersonJoins("alice", microphoneIsOpen: false);

        (await conversing.MessagesAsync(4))[^1].Text.ShouldBe($"Sorry, I was interrupted, and I am back. {LongAnswer.Text}");
    }

    [Fact]
    public async Task Words_over_the_answer_end_it()
    {
        await using var conversing = await LongAnswer.BegunAsync(open: true);
        conversing.Ear.Texts.Enqueue("and my soul urge");
        conversing.Mind.Sentences = ["Your soul urge is 3."];

        await conversing.SpeaksAsync(0.5);
        await conversing.IsSilentAsync(1);
        var said = await conversing.MessagesAsync(5);

        said.Skip(2).Select(message => message.Text).ShouldBe([LongAnswer.Text, "and my soul urge", "Your soul urge is 3."]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_the_device_understands_the_answer_goes_on_unless_words_come(bool wordsCome)
    {
        await using var conversing = await LongAnswer.BegunAsync(open: true, byDevice: true);

        await conversing.SpeaksAsync(0.5);
        await LongAnswer.CutAsync(conversing);
        if (wordsCome) await conversing.WritesAsync("and my soul urge");
        await conversing.IsSilentAsync(1);

        var said = await conversing.MessagesAsync(wordsCome ? 5 : 4);
        said.Count(message => message.Speaker == Speaker.User).ShouldBe(wordsCome ? 2 : 1);
        conversing.Mind.Requests.Count.ShouldBe(wordsCome ? 3 : 2);
    }
}
