using System.Collections.Immutable;

namespace Numeroly.Numerology.Names;

/// <summary>One word of a name.</summary>
/// <param name="Text">Its letters in A..Z.</param>
public sealed record Word(string Text, ImmutableArray<Letter> Letters)
{
    public IEnumerable<Letter> Vowels => Letters.Where(letter => letter.IsVowel);

    public IEnumerable<Letter> Consonants => Letters.Where(letter => !letter.IsVowel);
}
