using FsCheck;
using FsCheck.Fluent;
using Numeroly.Events.Conversations;
using static Numeroly.Events.Tests.Conversations.AConversation;

namespace Numeroly.Events.Tests.Conversations;

/// <summary>For any order and repetition of what Daily may tell, with several sessions and recordings.</summary>
public class Any_order_of_news
{
    private static readonly Func<Conversation, Decision.Accepted>[] News =
    [
        conversation => Attending.Joined(conversation, Speaker.User, "s1", Now),
        conversation => Attending.Left(conversation, Speaker.User, "s1", Now, 30, Policy),
        conversation => Attending.Joined(conversation, Speaker.User, "s2", Now.AddSeconds(40)),
        conversation => Attending.Left(conversation, Speaker.User, "s2", Now.AddSeconds(40), 50, Policy),
        conversation => Attending.Joined(conversation, Speaker.Assistant, "a1", Now.AddSeconds(1)),
        conversation => Attending.Left(conversation, Speaker.Assistant, "a1", Now.AddSeconds(1), 100, Policy),
        conversation => Attending.CallEnded(conversation, Policy),
        conversation => KeepingRecordings.Started(conversation, "r1", Now.AddSeconds(2)),
        conversation => KeepingRecordings.Ready(conversation, "r1", Now.AddSeconds(2), 28),
        conversation => KeepingRecordings.Started(conversation, "r2", Now.AddSeconds(42)),
        conversation => KeepingRecordings.Ready(conversation, "r2", Now.AddSeconds(42), 48),
        conversation => Ending.Decide(conversation, EndCause.User, 4, Policy, Now.AddMinutes(5)),
    ];

    [Fact]
    public void Ends_in_the_same_state_with_one_ending()
    {
        var expected = Tell(Enumerable.Range(0, News.Length));
        var orders = Gen.Shuffle(Enumerable.Range(0, News.Length).Concat(Enumerable.Range(0, News.Length)).ToArray()).ToArbitrary();

        Prop.ForAll(orders, order => Same(Tell(order), expected)).QuickCheckThrowOnFailure();
    }

    private static Conversation Tell(IEnumerable<int> order) => order.Aggregate(JustCreated, (conversation, which) => conversation.After(News[which](conversation)));

    private static bool Same(Conversation one, Conversation other) =>
        one.Version == other.Version
        && one.Sessions.SequenceEqual(other.Sessions)
        && one.Recordings.SequenceEqual(other.Recordings)
        && one.Ending == other.Ending;
}
