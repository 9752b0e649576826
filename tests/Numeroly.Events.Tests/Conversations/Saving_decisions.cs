using Numeroly.Events.Conversations;
using static Numeroly.Events.Tests.Conversations.AConversation;

namespace Numeroly.Events.Tests.Conversations;

public class Saving_decisions
{
    private static readonly SaveMessage Hello = new(Guid.CreateVersion7(), Speaker.User, "xin chào", 0.9, null, null, null);

    [Fact]
    public void A_message_is_kept_with_the_time_it_was_spoken_or_now()
    {
        SavingMessages.Decide(WithTheUserInTheCall, Hello, null, Now).ShouldBeOfType<Decision.Accepted>().Events
            .ShouldBe([new MessageSaved(Hello.MessageId, Speaker.User, "xin chào", 0.9, null, null, Now)]);
        var earlier = Now.AddSeconds(-3);
        SavingMessages.Decide(WithTheUserInTheCall, Hello with { SpokenAt = earlier }, null, Now).ShouldBeOfType<Decision.Accepted>().Events
            .ShouldBe([new MessageSaved(Hello.MessageId, Speaker.User, "xin chào", 0.9, null, null, earlier)]);
    }

    [Fact]
    public void The_same_again_is_fine_even_after_the_end_and_changes_nothing()
    {
        var saved = new MessageSaved(Hello.MessageId, Speaker.User, "xin chào", 0.9, null, null, Now);

        SavingMessages.Decide(WithTheUserInTheCall, Hello, saved, Now.AddMinutes(1)).ShouldBe(Decision.Nothing);
        SavingMessages.Decide(ThatHasEnded, Hello, saved, Now.AddMinutes(1)).ShouldBe(Decision.Nothing);
    }

    [Fact]
    public void Other_words_under_the_same_id_are_refused()
    {
        var saved = new MessageSaved(Hello.MessageId, Speaker.User, "tạm biệt", 0.9, null, null, Now);

        RefusalOf(SavingMessages.Decide(WithTheUserInTheCall, Hello, saved, Now)).ShouldBe(RefusalKind.MessageIdTaken);
    }

    [Fact]
    public void After_the_end_nothing_new_is_taken() =>
        RefusalOf(SavingMessages.Decide(ThatHasEnded, Hello, null, Now)).ShouldBe(RefusalKind.ConversationEnded);
}
