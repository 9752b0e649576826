namespace Numeroly.EventStore.Reading;

/// <summary>A point in a stream's past: a version, a time of the store's clock, both (whichever comes first), or now.</summary>
public readonly record struct AsOf(long? Version, DateTimeOffset? Time)
{
    public static AsOf Now { get; }

    public bool IsNow => Version is null && Time is null;
}
