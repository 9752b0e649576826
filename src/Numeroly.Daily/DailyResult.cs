using System.Diagnostics.CodeAnalysis;

namespace Numeroly.Daily;

/// <summary>
/// What a call to Daily came to: a value, or a named failure. Nothing Daily or the network does is thrown;
/// only the caller's own cancellation is.
/// </summary>
public sealed record DailyResult<T>
    where T : class
{
    private DailyResult(T? value, DailyFailure? failure) => (Value, Failure) = (value, failure);

    public T? Value { get; }

    public DailyFailure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Failure is null;

    public static implicit operator DailyResult<T>(T value) => new(value, failure: null);

    public static implicit operator DailyResult<T>(DailyFailure failure) => new(value: null, failure);

    /// <summary>The same result with its value, if there is one, turned into another.</summary>
    public DailyResult<TOther> Map<TOther>(Func<T, TOther> turn)
        where TOther : class =>
        IsSuccess ? turn(Value) : Failure;

    public TOther Match<TOther>(Func<T, TOther> success, Func<DailyFailure, TOther> failure) =>
        IsSuccess ? success(Value) : failure(Failure);
}
