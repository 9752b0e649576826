namespace Numeroly.Api.Conversations;

/// <summary>How often Daily is asked what the webhooks may have missed.</summary>
public sealed class ReconcilingOptions
{
    public const string Section = "Reconciling";

    /// <summary>Not below 15 s on the real Daily, whose presence is no fresher than that.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How late presence may be: until then after joining, who is not in it may still be in the call.</summary>
    public TimeSpan PresenceIsLateBy { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a room may stand without an open conversation before it counts as an orphan: while it is being made, or wound up.</summary>
    public TimeSpan OrphanAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long winding up may stall before it is set going again.</summary>
    public TimeSpan StalledAfter { get; set; } = TimeSpan.FromMinutes(5);
}
