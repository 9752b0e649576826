using Numeroly.Api.Observability;

namespace Numeroly.Api.Conversations;

/// <summary>Rooms at Daily that belonged to no conversation when last compared. Meant to be 0, always.</summary>
public sealed class OrphanCount
{
    int last;
    long comparedAt;

    public OrphanCount() => Telemetry.Meter.CreateObservableGauge(
        "numeroly.rooms.orphaned", () => Last ?? 0, "{room}", "Rooms at Daily without a conversation, at the last comparison.");

    /// <summary>The number at the last comparison; null before the first.</summary>
    public int? Last => Interlocked.Read(ref comparedAt) == 0 ? null : Volatile.Read(ref last);

    public void Report(int orphans)
    {
        Volatile.Write(ref last, orphans);
        Interlocked.Increment(ref comparedAt);
    }
}
