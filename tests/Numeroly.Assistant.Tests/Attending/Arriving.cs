using System.Text.Json;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Tests.Attending.World;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Attending;

public class Arriving
{
    [Fact]
    public async Task The_assistant_greets_once_the_person_is_in_the_call()
    {
        await using var conversing = new Conversing();
        _ = conversing.Starts();
        await Conversing.UntilAsync(() => conversing.Room.Assistants, count => count == 1, "the assistant to join");
        conversing.Record.Of<MessageSaved>().ShouldBeEmpty();

        conversing.Room.PersonJoins("alice", microphoneIsOpen: false);
        var turn = (await conversing.TurnsAsync(1))[0];

        conversing.Mind.Requests.ShouldHaveSingleItem().Occasion.ShouldBe(ReplyOccasion.Greeting);
        (turn.Input, turn.Outcome).ShouldBe((TurnInput.Unasked, TurnOutcome.Answered));
        conversing.Record.Of<AssistantArrived>().ShouldHaveSingleItem().HasVoice.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_way_into_calls_it_greets_and_answers_in_writing()
    {
        await using var conversing = new Conversing { HasCall = false };
        _ = conversing.Starts();
        await conversing.MessagesAsync(1);

        await conversing.WritesAsync("what is my life path");

        (await conversing.TurnsAsync(2))[1].Outcome.ShouldBe(TurnOutcome.Answered);
        conversing.Record.Of<AssistantArrived>().ShouldHaveSingleItem().HasVoice.ShouldBeFalse();
        conversing.Voice.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_machine_that_cannot_join_calls_has_a_writing_assistant()
    {
        await using var conversing = new Conversing();
        conversing.Calls.WhyNot = "There is no Chromium.";

        _ = conversing.Starts();
        await conversing.MessagesAsync(1);

        conversing.Record.Of<AssistantArrived>().ShouldHaveSingleItem().HasVoice.ShouldBeFalse();
        conversing.Room.Invitations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Joining_is_tried_again_and_meanwhile_the_assistant_writes()
    {
        await using var conversing = new Conversing();
        conversing.Room.Refuses(new CallFailedException("busy", mayHelp: true));
        conversing.Room.PersonJoins("alice", microphoneIsOpen: false);
        _ = conversing.Starts();
        await conversing.MessagesAsync(1);

        conversing.Room.Refuses(null);
        await Conversing.UntilAsync(() => conversing.Room.Assistants, count => count == 1, "the assistant to join");
        await conversing.SaysAsync("what is my life path");

        (await conversing.TurnsAsync(2))[1].AudibleAfterMs.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_person_who_was_away_is_welcomed_back()
    {
        await using var conversing = await Conversing.UnderWayAsync(world => world.Options.WelcomeBackAfter = TimeSpan.Zero);

        conversing.Room.PersonLeaves();
        conversing.Room.PersonJoins("alice", microphoneIsOpen: false);
        await conversing.TurnsAsync(2);

        conversing.Mind.Requests[^1].Occasion.ShouldBe(ReplyOccasion.WelcomeBack);
    }

    [Fact]
    public async Task A_conversation_that_has_ended_is_not_attended()
    {
        await using var conversing = new Conversing();
        conversing.Record.Append(new Ended(EndCause.User, null, TimeProvider.System.GetUtcNow()));

        (await conversing.Starts()).ShouldBeTrue();

        conversing.Record.Of<AssistantArrived>().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_conversation_says_is_none_of_its_business()
    {
        await using var conversing = await Conversing.UnderWayAsync();
        conversing.Room.PersonSends(JsonSerializer.SerializeToElement(new { type = "user_input_started", data = new { conversationId = Guid.NewGuid() } }));
        conversing.Room.PersonSends(JsonSerializer.SerializeToElement("hello"));
        conversing.Room.PersonSends(JsonSerializer.SerializeToElement(new { type = "user_input_started", data = "?" }));
        await conversing.ReleasesAsync();

        await conversing.SaysAsync("hello");

        await conversing.TurnsAsync(2);
        conversing.Record.Of<MessageSaved>().Count(message => message.Speaker == Speaker.User).ShouldBe(1);
    }
}
