using System.Collections.Immutable;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Peaking;

/// <summary>Phillips has no challenges; the mainstream does.</summary>
public enum ChallengeMode
{
    /// <summary>Only where the main number is not Phillips'.</summary>
    UnlessPhillips,

    Always,

    /// <summary>With the ages of the pinnacles, as many calculators have it; Decoz gives none.</summary>
    AlwaysWithAges,

    Never,
}

/// <summary>One of four lessons.</summary>
/// <param name="Index">1..4; the third is the main one, for all of life.</param>
/// <param name="FromAge">Null when no ages are given.</param>
/// <param name="UntilAge">Null when no ages are given, and for the fourth.</param>
public sealed record Challenge(int Index, Number Number, int? FromAge, int? UntilAge);

/// <summary>Differences between the reduced parts of the birth date, 0..8; 0 is a value like any other.</summary>
public static class Challenges
{
    public static ImmutableArray<Challenge> Of(DateOnly birthDate, bool withAges)
    {
        var month = Reduction.Root.Of(birthDate.Month);
        var day = Reduction.Root.Of(birthDate.Day);
        var year = Reduction.Root.Of(birthDate.Year);
        var first = Calculation.Difference(month, day);
        var second = Calculation.Difference(day, year);
        var main = Calculation.Difference(first.Value, second.Value);
        var fourth = Calculation.Difference(month, year);

        return [.. new[] { first, second, main, fourth }.Select((number, index) => new Challenge(
            index + 1,
            Number.Of(NumberKey.Challenge, number.Value, NumerologySystem.Pythagorean, number.Line),
            withAges ? Pinnacles.Ages(birthDate)[index].From : null,
            withAges ? Pinnacles.Ages(birthDate)[index].Until : null))];
    }
}
