namespace Numeroly.Daily.Resilience;

/// <summary>What one request came to: the body of a 2xx answer, or a failure.</summary>
internal sealed record Attempt(ReadOnlyMemory<byte> Body, DailyFailure? Failure)
{
    public static Attempt Answered(ReadOnlyMemory<byte> body) => new(body, Failure: null);

    public static implicit operator Attempt(DailyFailure failure) => new(ReadOnlyMemory<byte>.Empty, failure);
}
