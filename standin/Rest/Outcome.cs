namespace Numeroly.StandIn.Rest;

/// <summary>Either what was asked for, or the refusal to answer with.</summary>
internal readonly record struct Outcome<T>(T? Value, Refusal? Refusal) where T : class
{
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);

    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) where TNext : class =>
        Refusal is { } refusal ? refusal : next(Value!);

    public IResult Answer(Func<T, IResult> answer) => Refusal ?? answer(Value!);
}
