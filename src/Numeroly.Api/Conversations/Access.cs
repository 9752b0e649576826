using Numeroly.Api.Identity;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>Whose conversation it is, and who else may do what with it.</summary>
public static class Access
{
    public static bool Owns(this Caller caller, Conversation conversation) =>
        caller.Is(Role.User) && caller.UserId == conversation.UserId;

    /// <summary>The owner, and the assistant.</summary>
    public static bool MaySpeakIn(this Caller caller, Conversation conversation) =>
        caller.Owns(conversation) || caller.Is(Role.Assistant);

    /// <summary>The owner, and an operator.</summary>
    public static bool MayEnd(this Caller caller, Conversation conversation) =>
        caller.Owns(conversation) || caller.Is(Role.Operator);

    /// <summary>The owner, and an analyst.</summary>
    public static bool MayStudy(this Caller caller, Conversation conversation) =>
        caller.Owns(conversation) || caller.Is(Role.Analyst);

    /// <summary>Whoever may read all its events.</summary>
    public static bool MayFollow(this Caller caller, Conversation conversation) =>
        caller.MaySpeakIn(conversation) || caller.MayStudy(conversation);

    /// <summary>The side the caller is on.</summary>
    public static Speaker SpeaksAs(this Caller caller, Conversation conversation) =>
        caller.Owns(conversation) ? Speaker.User : Speaker.Assistant;
}
