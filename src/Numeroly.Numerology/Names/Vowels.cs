namespace Numeroly.Numerology.Names;

/// <summary>Tells vowels from consonants in one folded word.</summary>
public static class Vowels
{
    private const string Always = "AEIOU";

    public static bool IsVowel(string word, int position, YMode mode)
    {
        var letter = word[position];
        if (letter != 'Y') return Always.Contains(letter);
        return mode switch
        {
            YMode.Never => false,
            YMode.Always => true,
            YMode.InitialOrAfterConsonant => position == 0 || !IsVowel(word, position - 1, mode),
            YMode.Spoken => !word.AsSpan(position + 1).ContainsAny(Always),
            _ => !word.AsSpan().ContainsAny(Always),
        };
    }
}
