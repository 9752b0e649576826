using Numeroly.Events.Conversations;
using static Numeroly.Events.Tests.Conversations.AConversation;

namespace Numeroly.Events.Tests.Conversations;

public class Recording_decisions
{
    [Fact]
    public void News_of_a_recording_in_any_order_keeps_the_same_facts()
    {
        var inOrder = ThatHasEnded.After(KeepingRecordings.Started(ThatHasEnded, "r1", Now));
        inOrder = inOrder.After(KeepingRecordings.Ready(inOrder, "r1", Now, 59));
        var reversed = ThatHasEnded.After(KeepingRecordings.Ready(ThatHasEnded, "r1", Now, 59));
        reversed = reversed.After(KeepingRecordings.Started(reversed, "r1", Now));

        reversed.Version.ShouldBe(inOrder.Version);
        reversed.Recordings.ShouldBe(inOrder.Recordings);
        reversed.RecordingStatus().ShouldBe(RecordingStatus.Ready);
        KeepingRecordings.Ready(reversed, "r1", Now, 59).ShouldBe(Decision.Nothing);
    }

    [Fact]
    public void What_is_ready_stays_ready_whatever_fails_later()
    {
        var ready = ThatHasEnded.After(KeepingRecordings.Ready(ThatHasEnded, "r1", Now, 59));

        KeepingRecordings.Failed(ready, "r1", "late news").ShouldBe(Decision.Nothing);
    }

    [Fact]
    public void A_failure_while_the_person_is_there_starts_anew_a_few_times()
    {
        var conversation = WithTheUserInTheCall;
        var restarts = 0;
        for (var i = 0; i < 10; i++)
        {
            var failed = KeepingRecordings.Failed(conversation, $"r{i}", "no disk");
            restarts += failed.Messages.Length;
            conversation = conversation.After(failed);
        }

        restarts.ShouldBe(3);
    }

    [Fact]
    public void Before_anybody_came_there_is_nothing_to_record_and_then_it_is_pending()
    {
        JustCreated.RecordingStatus().ShouldBe(RecordingStatus.None);
        WithTheUserInTheCall.RecordingStatus().ShouldBe(RecordingStatus.Pending);
        ThatHasEnded.RecordingStatus().ShouldBe(RecordingStatus.Pending);
    }

    [Fact]
    public void A_recording_that_does_not_come_is_asked_for_ever_more_seldom_and_given_up_in_the_end()
    {
        var endedAt = ThatHasEnded.Ending!.EndedAt;
        var started = ThatHasEnded.After(KeepingRecordings.Started(ThatHasEnded, "r1", Now));

        var pauses = Enumerable.Range(1, 12).Select(attempt => KeepingRecordings.Attach(started, [], attempt, Policy, endedAt).Messages.Single().Delay).ToList();
        pauses.ShouldBeInOrder();
        pauses[^1].ShouldBe(Policy.AskForRecordingAtMostEvery);

        var given = KeepingRecordings.Attach(started, [], 50, Policy, endedAt + Policy.GiveUpOnRecordingAfter);
        given.Messages.ShouldBeEmpty();
        started.After(given).RecordingStatus().ShouldBe(RecordingStatus.Failed);
    }

    [Fact]
    public void When_Daily_made_none_at_all_that_is_believed_after_a_while()
    {
        var endedAt = ThatHasEnded.Ending!.EndedAt;

        KeepingRecordings.Attach(ThatHasEnded, [], 1, Policy, endedAt).Events.ShouldBeEmpty();
        ThatHasEnded.After(KeepingRecordings.Attach(ThatHasEnded, [], 9, Policy, endedAt + Policy.NoRecordingAfter)).RecordingStatus().ShouldBe(RecordingStatus.Failed);
    }

    [Fact]
    public void Several_pieces_add_up()
    {
        var told = new KeepingRecordings.Told[] { new("r1", RecordingStatus.Ready, Now, 10), new("r2", RecordingStatus.Ready, Now.AddMinutes(1), 20) };

        var conversation = ThatHasEnded.After(KeepingRecordings.Attach(ThatHasEnded, told, 1, Policy, Now));

        conversation.RecordingSeconds().ShouldBe(30);
        conversation.RecordingStatus().ShouldBe(RecordingStatus.Ready);
    }
}
