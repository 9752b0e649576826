using System.Collections.Immutable;

namespace Numeroly.Numerology.Names;

/// <summary>A name as letters with values, its word boundaries kept. Vietnamese order: family name first, given name last.</summary>
/// <param name="Words">At least one, each with at least one letter.</param>
public sealed record PersonName(ImmutableArray<Word> Words)
{
    private static readonly ImmutableDictionary<LetterPosition, bool> NoOverrides = ImmutableDictionary<LetterPosition, bool>.Empty;

    public IEnumerable<Letter> Letters => Words.SelectMany(word => word.Letters);

    /// <summary>Reads a written name.</summary>
    /// <param name="vowelOverrides">For foreign names: whether the Y or W that stands there is a vowel. Other letters are never in doubt.</param>
    /// <returns>Null when not one letter of the Latin alphabet is in it.</returns>
    public static PersonName? Read(string written, YMode y = YMode.Syllable, ImmutableDictionary<LetterPosition, bool>? vowelOverrides = null)
    {
        var overrides = vowelOverrides ?? NoOverrides;
        var words = Folding.Words(written).Select((word, index) => new Word(word, LettersOf(word, index, y, overrides))).ToImmutableArray();
        return words.IsEmpty ? null : new(words);
    }

    /// <summary>The last words: one, or two for a double given name such as Minh Anh.</summary>
    public PersonName GivenName(int words) => new(Words[^Math.Clamp(words, 1, Words.Length)..]);

    /// <summary>How often each value occurs; index 0 is the digit 1.</summary>
    public ImmutableArray<int> DigitCounts() => [.. Enumerable.Range(1, 9).Select(digit => Letters.Count(letter => letter.Value == digit))];

    private static ImmutableArray<Letter> LettersOf(string word, int index, YMode y, ImmutableDictionary<LetterPosition, bool> overrides) =>
    [
        .. word.Select((glyph, position) => new Letter(
            glyph,
            glyph is 'Y' or 'W' && overrides.TryGetValue(new LetterPosition(index, position), out var isVowel) ? isVowel : Vowels.IsVowel(word, position, y))),
    ];
}
