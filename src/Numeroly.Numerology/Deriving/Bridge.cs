using Numeroly.Numerology.Births;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Deriving;

public enum BridgeMethod
{
    /// <summary>Both numbers reduced to one digit, then subtracted: 0..8.</summary>
    ReduceFirst,

    /// <summary>Subtracted with their masters, then reduced.</summary>
    SubtractFirst,
}

/// <summary>How far two core numbers are apart; 0 when they are the same.</summary>
public static class Bridge
{
    public static Number Of(NumberKey key, Number one, Number other, BridgeMethod method)
    {
        var (a, b) = (LifePath.ForFurtherSums(one), LifePath.ForFurtherSums(other));
        if (method == BridgeMethod.ReduceFirst)
        {
            var difference = Calculation.Difference(Reduction.Root.Of(a), Reduction.Root.Of(b));
            return Number.Of(key, difference.Value, NumerologySystem.Pythagorean, difference.Line);
        }

        var whole = Calculation.Difference(a, b);
        var reduced = Calculation.Reduce(whole.Value, Reduction.Root);
        return whole.Value == reduced.Value
            ? Number.Of(key, whole.Value, NumerologySystem.Pythagorean, whole.Line)
            : Number.Of(key, reduced.Value, NumerologySystem.Pythagorean, whole.Line, reduced.Line);
    }
}
