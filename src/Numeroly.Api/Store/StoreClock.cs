namespace Numeroly.Api.Store;

/// <summary>The time as the store keeps it.</summary>
public static class StoreClock
{
    /// <summary>Now, in whole microseconds: PostgreSQL keeps no more, and what is answered at once is what is read later.</summary>
    public static DateTimeOffset StoreNow(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
