using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Names;

/// <summary>The sum of the initials.</summary>
public static class Balance
{
    public static Number Of(PersonName name, bool keepsMasters)
    {
        var sum = Calculation.SumOfLetters(name.Words.Select(word => word.Letters[0]), keepsMasters ? Reduction.Master : Reduction.Root);
        return Number.Of(NumberKey.Balance, sum.Value, NumerologySystem.Pythagorean, sum.Line);
    }
}
