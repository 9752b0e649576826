namespace Numeroly.Events.Conversations;

/// <summary>One connection of one side to the call.</summary>
/// <param name="DurationSeconds">Null while the connection stands.</param>
public sealed record Session(string SessionId, Speaker Who, DateTimeOffset JoinedAt, double? DurationSeconds)
{
    public bool IsPresent() => DurationSeconds is null;
}
