using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Births;

/// <summary>Day plus month: how one meets the world at first. Not part of Phillips.</summary>
public static class Attitude
{
    public static Number Of(DateOnly birthDate, bool keepsMasters)
    {
        var sum = Total(birthDate, keepsMasters ? Reduction.MasterWithout33 : Reduction.Root);
        return Number.Of(NumberKey.Attitude, sum.Value, NumerologySystem.Pythagorean, sum.Line);
    }

    internal static Calculation Total(DateOnly birthDate, Reduction reduction) => Calculation.Sum([birthDate.Day, birthDate.Month], reduction);
}
