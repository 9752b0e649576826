namespace Numeroly.Events.Conversations;

/// <summary>A room and a token were had from Daily; make a conversation of them.</summary>
public sealed record CreateConversation(
    string UserId,
    string RoomName,
    string RoomUrl,
    Language Language,
    Reading? Reading,
    DateTimeOffset RoomExpiresAt,
    DateTimeOffset TokenExpiresAt);

/// <summary>Starts a conversation, with the alarms that end it should everyone forget it.</summary>
public static class Creating
{
    public static Decision.Accepted Decide(CreateConversation command, ConversationPolicy policy, DateTimeOffset now) => Decision
        .Accept(
            new RoomCreated(
                command.UserId, command.RoomName, command.RoomUrl, command.Language, now, command.RoomExpiresAt, command.Reading),
            new TokenIssued(Speaker.User, command.TokenExpiresAt))
        .After(policy.NobodyCameAfter, new EndIfNobodyCame())
        .After(policy.Limit, new EndAtLimit());
}
