using System.Collections.Immutable;

namespace Numeroly.Numerology.Names;

/// <summary>Which digits hidden passion lists.</summary>
public enum HiddenPassionMethod
{
    /// <summary>Those that occur most often; all of them when several do.</summary>
    MostFrequent,

    /// <summary>Every digit that occurs at least twice.</summary>
    TwiceOrMore,
}

/// <summary>What follows from how often each digit occurs in the full name. Does not depend on vowels or order.</summary>
public static class DigitsOfTheName
{
    /// <summary>Digits that no letter has; Decoz calls them karmic lessons.</summary>
    public static ImmutableArray<Number> Missing(PersonName name)
    {
        var counts = name.DigitCounts();
        return NumbersOf(NumberKey.MissingNumber, counts, count => count == 0);
    }

    public static ImmutableArray<Number> HiddenPassions(PersonName name, HiddenPassionMethod method)
    {
        var counts = name.DigitCounts();
        var atLeast = method == HiddenPassionMethod.MostFrequent ? counts.Max() : 2;
        return NumbersOf(NumberKey.HiddenPassion, counts, count => count >= atLeast);
    }

    /// <summary>How many of the nine digits the name has.</summary>
    public static Number SubconsciousSelf(PersonName name)
    {
        var missing = name.DigitCounts().Count(count => count == 0);
        return Number.Of(NumberKey.SubconsciousSelf, 9 - missing, NumerologySystem.Pythagorean, Tally(name.DigitCounts()), $"9−{missing} = {9 - missing}");
    }

    private static ImmutableArray<Number> NumbersOf(NumberKey key, ImmutableArray<int> counts, Func<int, bool> isWanted) =>
    [
        .. Enumerable.Range(1, 9)
            .Where(digit => isWanted(counts[digit - 1]))
            .Select(digit => Number.Of(key, digit, NumerologySystem.Pythagorean, Tally(counts))),
    ];

    private static string Tally(ImmutableArray<int> counts) => string.Join(" · ", counts.Select((count, index) => $"{index + 1} × {count}"));
}
