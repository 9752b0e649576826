using System.Collections.Immutable;

namespace Numeroly.Numerology.Names;

/// <summary>Where the cornerstone is looked for.</summary>
public enum CornerstoneMethod
{
    /// <summary>The first letter of the given name, which comes last in Vietnamese.</summary>
    GivenName,

    /// <summary>The first letter of the first word.</summary>
    FirstWord,
}

/// <summary>First letter, first vowel and last letter of the given name.</summary>
public static class NotableLetters
{
    public static ImmutableArray<Number> Of(PersonName name, PersonName givenName, CornerstoneMethod method)
    {
        var cornerstone = (method == CornerstoneMethod.GivenName ? givenName : name).Letters.First();
        var vowels = givenName.Letters.Where(letter => letter.IsVowel).Take(1);
        return
        [
            NumberOf(NumberKey.Cornerstone, cornerstone),
            .. vowels.Select(vowel => NumberOf(NumberKey.FirstVowel, vowel)),
            NumberOf(NumberKey.Capstone, givenName.Letters.Last()),
        ];
    }

    private static Number NumberOf(NumberKey key, Letter letter) =>
        new(key, letter.Value, $"{letter.Glyph}", NumerologySystem.Pythagorean, [$"{letter.Glyph} = {letter.Value}"]);
}
