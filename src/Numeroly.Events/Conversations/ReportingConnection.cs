namespace Numeroly.Events.Conversations;

/// <summary>Keeps the network's changes for debugging (criteria 38-40), not its every sample.</summary>
public static class ReportingConnection
{
    /// <summary>Loss has to move by this many percentage points to count as a change.</summary>
    public const double NotableLossPercent = 2;

    public static Decision Decide(Conversation conversation, ConnectionReported report)
    {
        if (conversation.HasEnded()) return Decision.Refuse(RefusalKind.ConversationEnded, "This conversation has ended, so its connection is of no interest any more.");
        return IsChange(conversation.Connection, report) ? Decision.Accept(report) : Decision.Nothing;
    }

    /// <summary>Whether the report tells something new: other topology or quality, notable loss, bandwidth halved or doubled.</summary>
    public static bool IsChange(ConnectionReported? known, ConnectionReported report) =>
        known is null
        || known.Topology != report.Topology
        || known.Quality != report.Quality
        || Math.Abs((known.LossPercent ?? 0) - (report.LossPercent ?? 0)) >= NotableLossPercent
        || HasShifted(known.BandwidthKbps, report.BandwidthKbps);

    private static bool HasShifted(double? from, double? to) => (from, to) switch
    {
        (null, null) => false,
        ({ } a, { } b) => Math.Max(a, b) >= 2 * Math.Max(1, Math.Min(a, b)),
        _ => true,
    };
}
