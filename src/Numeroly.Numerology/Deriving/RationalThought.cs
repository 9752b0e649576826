using Numeroly.Numerology.Names;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Deriving;

/// <summary>All letters of the given name plus the day of birth.</summary>
public static class RationalThought
{
    public static Number Of(PersonName givenName, DateOnly birthDate, bool keepsMasters)
    {
        var name = givenName.Letters.ToList();
        var letters = string.Join('+', name.Select(letter => $"{letter.Glyph}{letter.Value}"));
        var total = name.Sum(letter => letter.Value);
        var sum = Calculation.Sum([total, birthDate.Day], keepsMasters ? Reduction.Master : Reduction.Root);
        return Number.Of(NumberKey.RationalThought, sum.Value, NumerologySystem.Pythagorean, $"{letters} = {total}", sum.Line);
    }
}
