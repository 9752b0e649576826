using Numeroly.Api.Conversations.Messaging;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Conversations;

/// <summary>Ends a conversation that nobody came to, once Daily has been asked whether that is so.</summary>
public sealed class EndIfNobodyCameHandler(Attendance attendance, ConversationPolicy policy) : IConversationMessageHandler<EndIfNobodyCame>
{
    public Task<Handled> HandleAsync(EndIfNobodyCame message, MessageContext context, CancellationToken cancellation) =>
        attendance.AskThenDecideAsync(context, policy, (current, now) => Ending.IfNobodyCame(current, policy, now), cancellation);
}

/// <summary>Ends a conversation whose person left and did not come back, once Daily has been asked whether that is so.</summary>
public sealed class EndIfLeftForGoodHandler(Attendance attendance, ConversationPolicy policy) : IConversationMessageHandler<EndIfLeftForGood>
{
    public Task<Handled> HandleAsync(EndIfLeftForGood message, MessageContext context, CancellationToken cancellation) =>
        attendance.AskThenDecideAsync(context, policy, (current, now) => Ending.IfLeftForGood(current, policy, now), cancellation);
}

/// <summary>Ends a conversation that has reached the longest time it may take.</summary>
public sealed class EndAtLimitHandler(ConversationPolicy policy) : IConversationMessageHandler<EndAtLimit>
{
    public Task<Handled> HandleAsync(EndAtLimit message, MessageContext context, CancellationToken cancellation) =>
        context.DecideAsync((conversation, now) => Ending.Decide(conversation, EndCause.Limit, null, policy, now), cancellation);
}

internal static class AskingFirst
{
    public static async Task<Handled> AskThenDecideAsync(
        this Attendance attendance,
        MessageContext context,
        ConversationPolicy policy,
        Func<Conversation, DateTimeOffset, Decision.Accepted> decide,
        CancellationToken cancellation)
    {
        if (await context.LoadAsync(cancellation) is not { } conversation || conversation.HasEnded()) return new Handled.Done();
        var attended = await attendance.AskAsync(conversation, cancellation);
        if (!attended.IsSuccess) return attended.Failure.ToHandled();
        return await context.DecideAsync(
            (fresh, now) => Decision.InTurn(fresh, current => Attending.TakeIn(current, attended.Value, policy), current => decide(current, now)),
            cancellation);
    }
}
