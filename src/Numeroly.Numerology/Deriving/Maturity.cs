using Numeroly.Numerology.Births;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Deriving;

public enum MaturityMethod
{
    /// <summary>11, 22 and 33 go into the sum as they are.</summary>
    KeepMasters,

    /// <summary>Both numbers reduced to one digit first.</summary>
    ReduceFirst,
}

/// <summary>Life path plus expression.</summary>
public static class Maturity
{
    public static Number Of(Number lifePath, Number expression, MaturityMethod method)
    {
        int[] parts = [LifePath.ForFurtherSums(lifePath), LifePath.ForFurtherSums(expression)];
        var sum = Calculation.Sum(method == MaturityMethod.ReduceFirst ? parts.Select(Reduction.Root.Of) : parts, Reduction.Master);
        return Number.Of(NumberKey.Maturity, sum.Value, NumerologySystem.Pythagorean, sum.Line);
    }
}
