namespace Numeroly.Events.Conversations;

/// <summary>How long things may take. Every time-out of a conversation is counted by the clock of the node that decides.</summary>
public sealed record ConversationPolicy
{
    /// <summary>Whether an assistant is summoned to every conversation.</summary>
    public bool SummonsAssistant { get; init; } = true;

    /// <summary>A conversation that nobody joined ends after this.</summary>
    public TimeSpan NobodyCameAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A person who left has this long to come back.</summary>
    public TimeSpan LeftForGoodAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest a conversation may take, from its creation.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long after <see cref="Limit"/> Daily closes the room by itself, should we not have done so.</summary>
    public TimeSpan RoomOutlivesLimitBy { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a meeting token lets someone in (criterion 07).</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long to wait between two tries at what Daily is not ready for yet.</summary>
    public TimeSpan AskAgainAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause between two questions after a recording.</summary>
    public TimeSpan AskForRecordingAtMostEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>When to believe that Daily made no recording at all, if it still knows of none.</summary>
    public TimeSpan NoRecordingAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>When to give up on a recording that Daily does not deliver.</summary>
    public TimeSpan GiveUpOnRecordingAfter { get; init; } = TimeSpan.FromHours(24);
}
