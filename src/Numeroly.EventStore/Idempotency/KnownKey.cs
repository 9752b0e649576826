namespace Numeroly.EventStore.Idempotency;

/// <summary>What the store knows of an idempotency key.</summary>
public abstract record KnownKey
{
    /// <summary>This very request was answered before: answer the same.</summary>
    public sealed record Answered(int Status, string? Location, ReadOnlyMemory<byte> Body) : KnownKey;

    /// <summary>The first request is still being worked on.</summary>
    /// <param name="LeaseLeft">By then it has an answer or has died.</param>
    public sealed record UnderWay(TimeSpan LeaseLeft) : KnownKey;

    /// <summary>The key was used for something else: the caller's mistake.</summary>
    public sealed record UsedForAnotherRequest : KnownKey;
}
