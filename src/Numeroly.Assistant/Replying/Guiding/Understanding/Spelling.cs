namespace Numeroly.Assistant.Replying.Guiding.Understanding;

/// <summary>
/// Finds the known word that an unknown one was probably meant to be: one slip in a long word, or, inside a phrase, one of the
/// sounds that are heard and written for one another in Vietnamese (x and s, tr and ch, l and n, gi and d, n and ng).
/// </summary>
internal sealed class Spelling
{
    // Short words have too many neighbours for a slip in them to be told.
    public const int LongWord = 7;

    private static readonly (string Heard, string Meant)[] Beginnings = [("x", "s"), ("s", "x"), ("tr", "ch"), ("ch", "tr"), ("l", "n"), ("n", "l"), ("gi", "d"), ("r", "d"), ("d", "gi")];
    private static readonly (string Heard, string Meant)[] Endings = [("ng", "n"), ("n", "ng"), ("t", "c"), ("c", "t"), ("y", "i"), ("i", "y")];

    private readonly HashSet<string> _known;
    private readonly Dictionary<string, string> _shortened = new(StringComparer.Ordinal);

    public Spelling(IEnumerable<string> known)
    {
        _known = known.ToHashSet(StringComparer.Ordinal);
        foreach (var word in _known.Where(word => word.Length >= LongWord))
            foreach (var shorter in Shortened(word)) _shortened.TryAdd(shorter, word);
    }

    /// <param name="isAlone">No phrase has begun yet, so only a long word may be corrected.</param>
    public string? Corrected(string word, bool isAlone)
    {
        if (word.Length < 2 || _known.Contains(word)) return null;
        if (word.Length >= LongWord - 1 && Slip(word) is { } slip) return slip;
        return isAlone && word.Length < 3 ? null : SoundsLike(word);
    }

    private string? Slip(string word)
    {
        if (_shortened.TryGetValue(word, out var longer)) return longer;
        if (word.Length < LongWord) return null;
        foreach (var shorter in Shortened(word))
        {
            if (shorter.Length >= LongWord - 1 && _known.Contains(shorter)) return shorter;
            if (_shortened.TryGetValue(shorter, out var other)) return other;
        }

        return null;
    }

    private string? SoundsLike(string word)
    {
        foreach (var (heard, meant) in Beginnings)
            if (word.StartsWith(heard, StringComparison.Ordinal) && Known(meant + word[heard.Length..]) is { } known) return known;
        foreach (var (heard, meant) in Endings)
            if (word.EndsWith(heard, StringComparison.Ordinal) && Known(word[..^heard.Length] + meant) is { } known) return known;
        return null;
    }

    private string? Known(string word) => _known.Contains(word) ? word : null;

    private static IEnumerable<string> Shortened(string word) => Enumerable.Range(0, word.Length).Select(at => word.Remove(at, 1));
}
