namespace Numeroly.EventStore.Appending;

/// <summary>What became of a <see cref="UnitOfWork"/>. Anything but <see cref="Committed"/> left no trace.</summary>
public abstract record AppendResult
{
    /// <summary>It is on disk.</summary>
    /// <param name="Version">The stream's version now; 0 when no events were appended.</param>
    public sealed record Committed(long Version) : AppendResult;

    /// <summary>The stream has moved on (or exists, or does not): decide again on fresh state.</summary>
    public sealed record VersionConflict : AppendResult;

    /// <summary>Another request answered under the same idempotency key first.</summary>
    public sealed record AlreadyAnswered : AppendResult;

    /// <summary>The attempt took longer than its lease, and another one has taken over the idempotency key.</summary>
    public sealed record ReservationLost : AppendResult;

    /// <summary>The message was completed by someone else.</summary>
    public sealed record AlreadyCompleted : AppendResult;
}
