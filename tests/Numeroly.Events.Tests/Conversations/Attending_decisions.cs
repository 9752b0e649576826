using Numeroly.Events.Conversations;
using static Numeroly.Events.Tests.Conversations.AConversation;

namespace Numeroly.Events.Tests.Conversations;

public class Attending_decisions
{
    [Fact]
    public void The_person_joining_starts_the_recording()
    {
        var joined = Attending.Joined(JustCreated, Speaker.User, "s1", Now);

        joined.Events.ShouldBe([new ParticipantJoined(Speaker.User, "s1", Now)]);
        MessagesOf(joined).ShouldBe([new StartRecording(1)]);
    }

    [Fact]
    public void The_assistant_joining_does_not() =>
        Attending.Joined(JustCreated, Speaker.Assistant, "a1", Now).Messages.ShouldBeEmpty();

    [Fact]
    public void A_joining_heard_of_after_the_end_is_kept_and_starts_nothing()
    {
        var joined = Attending.Joined(ThatHasEnded, Speaker.User, "s2", Now);

        joined.Events.ShouldHaveSingleItem();
        joined.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void A_leaving_heard_of_before_its_joining_tells_both()
    {
        var left = Attending.Left(JustCreated, Speaker.User, "s1", Now, 60, Policy);

        left.Events.ShouldBe([new ParticipantJoined(Speaker.User, "s1", Now), new ParticipantLeft(Speaker.User, "s1", Now, 60)]);
        Attending.Joined(JustCreated.After(left), Speaker.User, "s1", Now).ShouldBe(Decision.Nothing);
    }

    [Fact]
    public void The_last_leaving_asks_to_look_whether_the_person_comes_back()
    {
        var left = Attending.Left(WithTheUserInTheCall, Speaker.User, "s1", Now, 60, Policy);

        left.Messages.ShouldBe([new OutgoingMessage(new EndIfLeftForGood(), Policy.LeftForGoodAfter)]);
        Attending.Left(WithTheUserInTheCall.After(left), Speaker.User, "s1", Now, 60, Policy).ShouldBe(Decision.Nothing);
    }

    [Fact]
    public void Leaving_one_of_two_connections_does_not()
    {
        var two = Of(new ParticipantJoined(Speaker.User, "s1", Now), new ParticipantJoined(Speaker.User, "s2", Now.AddSeconds(10)));

        Attending.Left(two, Speaker.User, "s1", Now, 12, Policy).Messages.ShouldBeEmpty();
    }

    [Fact]
    public void Joining_without_end_does_not_make_the_state_grow_without_end()
    {
        var conversation = Enumerable.Range(0, 600).Aggregate(JustCreated, (state, i) => state.After(Attending.Joined(state, Speaker.User, $"s{i}", Now.AddSeconds(i))));

        conversation.Sessions.Count.ShouldBe(500);
        Attending.Left(conversation, Speaker.User, "s7", Now.AddSeconds(7), 1, Policy).Events.ShouldHaveSingleItem();
        Attending.Left(conversation, Speaker.User, "s599", Now.AddSeconds(599), 1, Policy).ShouldBe(Decision.Nothing);
    }

    [Fact]
    public void What_Daily_remembers_makes_up_for_what_was_missed()
    {
        var decision = Attending.TakeIn(
            WithTheUserInTheCall,
            [new(Speaker.User, "s1", Now, 30), new(Speaker.User, "s2", Now.AddSeconds(40), null), new(Speaker.Assistant, "a1", Now, 100)],
            Policy);

        decision.Events.Select(fact => fact.GetType().Name).ShouldBe([
            nameof(ParticipantLeft), nameof(ParticipantJoined), nameof(ParticipantJoined), nameof(ParticipantLeft),
        ]);
        WithTheUserInTheCall.After(decision).UserIsPresent().ShouldBeTrue();
        Attending.TakeIn(WithTheUserInTheCall.After(decision), [new(Speaker.User, "s2", Now.AddSeconds(40), null)], Policy).ShouldBe(Decision.Nothing);
    }
}
