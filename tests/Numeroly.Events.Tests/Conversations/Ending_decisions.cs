using Numeroly.Events.Conversations;
using static Numeroly.Events.Tests.Conversations.AConversation;

namespace Numeroly.Events.Tests.Conversations;

public class Ending_decisions
{
    [Fact]
    public void Ending_winds_up_everything_outside_in_order()
    {
        var decision = Ending.Decide(WithTheUserInTheCall, EndCause.User, 5, Policy, Now);

        decision.Events.ShouldBe([new Ended(EndCause.User, 5, Now)]);
        MessagesOf(decision).ShouldBe([new AnnounceEnd(EndCause.User), new AttachRecording(1)]);
    }

    [Theory]
    [InlineData(EndCause.User)]
    [InlineData(EndCause.Limit)]
    [InlineData(EndCause.Operator)]
    public void Ending_what_has_ended_changes_nothing(EndCause cause) =>
        Ending.Decide(ThatHasEnded, cause, 1, Policy, Now).ShouldBe(Decision.Nothing);

    [Fact]
    public void Nobody_came_ends_only_a_conversation_nobody_came_to()
    {
        Ending.IfNobodyCame(JustCreated, Policy, Now).Events.ShouldBe([new Ended(EndCause.NobodyCame, null, Now)]);
        Ending.IfNobodyCame(WithTheUserInTheCall, Policy, Now).ShouldBe(Decision.Nothing);
        Ending.IfNobodyCame(TheUserHasLeft, Policy, Now).ShouldBe(Decision.Nothing);
        Ending.IfNobodyCame(Of(new ParticipantJoined(Speaker.Assistant, "a1", Now)), Policy, Now).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Who_only_writes_is_there_until_nothing_more_is_written()
    {
        var wroteAt = Now.AddMinutes(8);
        var written = Of(new MessageSaved(Guid.NewGuid(), Speaker.User, "xin chào", null, null, null, wroteAt));

        var early = Ending.IfNobodyCame(written, Policy, Now + Policy.NobodyCameAfter);
        early.Events.ShouldBeEmpty();
        early.Messages.ShouldBe([new OutgoingMessage(new EndIfNobodyCame(), wroteAt - Now)]);
        var late = wroteAt + Policy.NobodyCameAfter;
        Ending.IfNobodyCame(written, Policy, late).Events.ShouldBe([new Ended(EndCause.LeftForGood, null, late)]);
    }

    [Fact]
    public void Who_left_the_call_and_writes_on_is_still_there()
    {
        var wroteAt = Now.AddMinutes(20);
        var written = TheUserHasLeft.After(Decision.Accept(new MessageSaved(Guid.NewGuid(), Speaker.User, "còn đây", null, null, null, wroteAt)));

        Ending.IfLeftForGood(written, Policy, wroteAt).Messages.ShouldBe([new OutgoingMessage(new EndIfLeftForGood(), Policy.LeftForGoodAfter)]);
        Ending.IfLeftForGood(written, Policy, wroteAt + Policy.LeftForGoodAfter).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Who_left_has_the_whole_grace_to_come_back()
    {
        var leftAt = Now.AddSeconds(60);

        Ending.IfLeftForGood(TheUserHasLeft, Policy, leftAt + Policy.LeftForGoodAfter).Events.ShouldBe([new Ended(EndCause.LeftForGood, null, leftAt + Policy.LeftForGoodAfter)]);
        var early = Ending.IfLeftForGood(TheUserHasLeft, Policy, leftAt.AddSeconds(30));
        early.Events.ShouldBeEmpty();
        early.Messages.ShouldBe([new OutgoingMessage(new EndIfLeftForGood(), Policy.LeftForGoodAfter - TimeSpan.FromSeconds(30))]);
        Ending.IfLeftForGood(WithTheUserInTheCall, Policy, Now.AddDays(1)).ShouldBe(Decision.Nothing);
        Ending.IfLeftForGood(JustCreated, Policy, Now.AddDays(1)).ShouldBe(Decision.Nothing);
        Ending.IfLeftForGood(ThatHasEnded, Policy, Now.AddDays(1)).ShouldBe(Decision.Nothing);
    }

    [Fact]
    public void The_rooms_end_is_confirmed_once()
    {
        var confirmed = Ending.ConfirmRoomDeleted(ThatHasEnded, Now);

        confirmed.Events.ShouldBe([new RoomDeleted("room", Now)]);
        Ending.ConfirmRoomDeleted(ThatHasEnded.After(confirmed), Now).ShouldBe(Decision.Nothing);
    }

    [Fact]
    public void Duration_counts_from_the_first_joining_to_the_end()
    {
        ThatHasEnded.DurationSeconds().ShouldBe(600);
        Of(new Ended(EndCause.NobodyCame, null, Now.AddMinutes(10))).DurationSeconds().ShouldBe(0);
        WithTheUserInTheCall.DurationSeconds().ShouldBeNull();
    }
}
