using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>Ends a conversation that nobody came to, once Daily has been asked whether that is so.</summary>
public static class EndIfNobodyCameHandler
{
    public static Task<Step> HandleAsync(
        EndIfNobodyCame message, ConversationReader conversations, Attendance attendance, ConversationPolicy policy, CancellationToken cancellation) =>
        attendance.AskThenDecideAsync(message, conversations, policy, (current, now) => Ending.IfNobodyCame(current, policy, now), cancellation);
}

/// <summary>Ends a conversation whose person left and did not come back, once Daily has been asked whether that is so.</summary>
public static class EndIfLeftForGoodHandler
{
    public static Task<Step> HandleAsync(
        EndIfLeftForGood message, ConversationReader conversations, Attendance attendance, ConversationPolicy policy, CancellationToken cancellation) =>
        attendance.AskThenDecideAsync(message, conversations, policy, (current, now) => Ending.IfLeftForGood(current, policy, now), cancellation);
}

/// <summary>Ends a conversation that has reached the longest time it may take.</summary>
public static class EndAtLimitHandler
{
    public static Step Handle(EndAtLimit message, ConversationPolicy policy) =>
        Step.Deciding(message, (conversation, now) => Ending.Decide(conversation, EndCause.Limit, null, policy, now));
}

internal static class AskingFirst
{
    public static async Task<Step> AskThenDecideAsync(
        this Attendance attendance,
        ConversationMessage message,
        ConversationReader conversations,
        ConversationPolicy policy,
        Func<Conversation, DateTimeOffset, Decision.Accepted> decide,
        CancellationToken cancellation)
    {
        if (await conversations.LoadAsync(message.ConversationId, cancellation) is not { } conversation || conversation.HasEnded()) return Step.Done(message);
        var attended = await attendance.AskAsync(conversation, cancellation);
        return attended.Match(
            sessions => Step.Deciding(
                message,
                (fresh, now) => Decision.InTurn(fresh, current => Events.Conversations.Attending.TakeIn(current, sessions, policy), current => decide(current, now))),
            failure => failure.ToStep(message));
    }
}
