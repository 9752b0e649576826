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
    public static ImmutableArray<Number> Missing(PersonName name) => NumbersOf(NumberKey.MissingNumber, name, count => count == 0);

    public static ImmutableArray<Number> HiddenPassions(PersonName name, HiddenPassionMethod method)
    {
        var atLeast = method == HiddenPassionMethod.MostFrequent ? name.DigitCounts().Max() : 2;
        return NumbersOf(NumberKey.HiddenPassion, name, count => count >= atLeast);
    }

    /// <summary>How many of the nine digits the name has.</summary>
    public static Number SubconsciousSelf(PersonName name)
    {
        var missing = name.DigitCounts().Count(count => count == 0);
        return Number.Of(NumberKey.SubconsciousSelf, 9 - missing, NumerologySystem.Pythagorean, Tally(name), $"9−{missing} = {9 - missing}");
    }

    private static ImmutableArray<Number> NumbersOf(NumberKey key, PersonName name, Func<int, bool> isWanted) =>
    [
        .. name.DigitCounts()
            .Select((count, index) => (Digit: index + 1, Count: count))
            .Where(found => isWanted(found.Count))
            .Select(found => Number.Of(key, found.Digit, NumerologySystem.Pythagorean, Tally(name))),
    ];

    // The letters of each digit: 1: A · 2: T T · 3: –
    private static string Tally(PersonName name) => string.Join(" · ", Enumerable.Range(1, 9).Select(digit => $"{digit}: {LettersOf(name, digit)}"));

    private static string LettersOf(PersonName name, int digit)
    {
        var letters = name.Letters.Where(letter => letter.Value == digit).Select(letter => letter.Glyph);
        return string.Join(' ', letters.DefaultIfEmpty('–'));
    }
}
