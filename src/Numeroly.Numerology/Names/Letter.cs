namespace Numeroly.Numerology.Names;

/// <summary>One letter of a name, folded to A..Z.</summary>
/// <param name="Glyph">A..Z.</param>
/// <param name="IsVowel">By the chosen <see cref="YMode"/> and overrides.</param>
public readonly record struct Letter(char Glyph, bool IsVowel)
{
    /// <summary>1..9 by the Pythagorean table: A J S are 1, B K T are 2 and so on to I R, which are 9.</summary>
    public int Value => ValueOf(Glyph);

    public static int ValueOf(char glyph) => ((glyph - 'A') % 9) + 1;
}

/// <summary>Where a letter stands, both counted from 0 after folding.</summary>
public readonly record struct LetterPosition(int Word, int Letter);

/// <summary>When Y is a vowel. A, E, I, O and U always are.</summary>
public enum YMode
{
    /// <summary>When its word has no other vowel: Decoz's rule on words of one syllable, which Vietnamese words are.</summary>
    Syllable,

    Never,

    Always,

    /// <summary>At the start of a word or after a consonant.</summary>
    InitialOrAfterConsonant,

    /// <summary>Like <see cref="Syllable"/>, and also when no other vowel follows it: Duy, Thúy, Huỳnh.</summary>
    Spoken,
}
