using Numeroly.Events.Conversations;

namespace Numeroly.Events.Tests.Conversations;

/// <summary>Conversations in named states, made of facts.</summary>
public static class AConversation
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    public static readonly ConversationPolicy Policy = new();
    public static readonly Guid Id = Guid.Parse("0198f0a0-0000-7000-8000-000000000001");

    public static Conversation JustCreated => Of();

    public static Conversation WithTheUserInTheCall => Of(new ParticipantJoined(Speaker.User, "s1", Now));

    public static Conversation TheUserHasLeft => Of(new ParticipantJoined(Speaker.User, "s1", Now), new ParticipantLeft(Speaker.User, "s1", Now, 60));

    public static Conversation ThatHasEnded => Of(new ParticipantJoined(Speaker.User, "s1", Now), new Ended(EndCause.User, 5, Now.AddMinutes(10)));

    public static Conversation Of(params ConversationEvent[] facts)
    {
        var created = new RoomCreated("alice", "room", "https://room", Language.Vi, Now, Now.AddHours(2), new Reading("Ngô Thị Đào", null));
        return facts.Prepend(created).Aggregate((Conversation?)null, (state, fact) => Conversation.Evolve(state, Id, (state?.Version ?? 0) + 1, fact))!;
    }

    /// <summary>The state after a decision.</summary>
    public static Conversation After(this Conversation conversation, Decision decision) => decision.ShouldBeOfType<Decision.Accepted>().Events
        .Aggregate(conversation, (state, fact) => state.With(fact));

    public static IEnumerable<ConversationMessage> MessagesOf(Decision decision) => decision.ShouldBeOfType<Decision.Accepted>().Messages.Select(message => message.Body);

    public static RefusalKind RefusalOf(Decision decision) => decision.ShouldBeOfType<Decision.Refused>().Refusal.Kind;
}
