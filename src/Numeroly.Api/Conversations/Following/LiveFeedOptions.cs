namespace Numeroly.Api.Conversations;

/// <summary>How conversations are followed live.</summary>
public sealed class LiveFeedOptions
{
    public const string Section = "LiveFeeds";

    /// <summary>Feeds that one person may have open on one node: a few devices, and those that broke off unnoticed.</summary>
    public int PerUser { get; set; } = 20;

    /// <summary>A feed that has nothing to tell says so this often, so that both sides know that the connection stands.</summary>
    public TimeSpan KeepAliveEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a node looks whether anything happened that nobody told it of.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a feed that cannot reach the store waits before it tries again.</summary>
    public TimeSpan TryAgainAfter { get; set; } = TimeSpan.FromSeconds(1);
}
