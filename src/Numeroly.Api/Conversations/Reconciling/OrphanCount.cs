using Numeroly.Api.Observability;

namespace Numeroly.Api.Conversations;

/// <summary>Rooms at Daily that belonged to no conversation when last compared. Meant to be 0, always.</summary>
public sealed class OrphanCount
{
    private int _last;
    private long _comparedAt;

    public OrphanCount() => Telemetry.Meter.CreateObservableGauge(
        "numeroly.rooms.orphaned", () => Last ?? 0, "{room}", "Rooms at Daily without a conversation, at the last comparison.");

    /// <summary>The number at the last comparison; null before the first.</summary>
    public int? Last => Interlocked.Read(ref _comparedAt) == 0 ? null : Volatile.Read(ref _last);

    public void Report(int orphans)
    {
        Volatile.Write(ref _last, orphans);
        Interlocked.Increment(ref _comparedAt);
    }
}
