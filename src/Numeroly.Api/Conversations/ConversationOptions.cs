namespace Numeroly.Api.Conversations;

/// <summary>How conversations are made here. How long they may take stands in the same section: <see cref="Events.Conversations.ConversationPolicy"/>.</summary>
public sealed class ConversationOptions
{
    public const string Section = "Conversations";

    /// <summary>Daily's region for the calls. Pinned, because Daily otherwise follows whoever joins first; Singapore is nearest to Vietnam.</summary>
    public string? Region { get; set; } = "ap-southeast-1";

    /// <summary>How long creating may take. Shorter than <see cref="AbandonedAfter"/>, so that no attempt is cleaned up while it runs.</summary>
    public TimeSpan CreationBudget { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>When a room for which no conversation was made is deleted.</summary>
    public TimeSpan AbandonedAfter { get; set; } = TimeSpan.FromMinutes(1);
}
