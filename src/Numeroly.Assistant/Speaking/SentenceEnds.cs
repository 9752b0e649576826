using System.Collections.Frozen;

namespace Numeroly.Assistant.Speaking;

/// <summary>Tells the end of a sentence, in Vietnamese and English, from a point that is none.</summary>
internal static class SentenceEnds
{
    private const string Closing = "\"'”’»)]";

    // Behind these a name or a number follows. Those that may end a sentence, such as "v.v." and "etc.", are not among them.
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "no", "e.g", "i.e", "approx", "fig",
        "ts", "ths", "gs", "pgs", "bs", "ks", "cn", "ls", "tp", "tx", "tt", "q", "p", "kts", "tr", "đ", "th", "nxb", "sđt", "ô", "b",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Ends = new[] { "v.v", "etc", "a.m", "p.m" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where a sentence ends whose last mark is at <paramref name="at"/>: behind its closing quotes. Null when none ends there.</summary>
    /// <param name="text">The sentence from its beginning, and what is known of the next.</param>
    /// <param name="isWhole">Whether no more text comes.</param>
    public static int? After(string text, int at, bool isWhole)
    {
        if (!IsMark(text[at])) return null;
        var end = at + 1;
        while (end < text.Length && (IsMark(text[end]) || Closing.Contains(text[end]))) end++;
        if (end == text.Length && !isWhole) return null;
        if (end < text.Length && !char.IsWhiteSpace(text[end])) return null;
        return text[at] == '.' && end == at + 1 && IsPointOfAWord(text, at) ? null : end;
    }

    public static bool IsMark(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    private static bool IsPointOfAWord(string text, int at)
    {
        var start = at;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && !"(\"'“‘«,;:-–—/".Contains(text[start - 1])) start--;
        var word = text[start..at];
        if (Ends.Contains(word)) return NextLetterIsSmall(text, at + 1);
        if (Abbreviations.Contains(word)) return true;

        // "J. R. R." and "1. " at the beginning of a sentence.
        return (word.Length == 1 && char.IsUpper(word[0]) && word is not "I")
            || (word.Length is 1 or 2 && word.All(char.IsAsciiDigit) && string.IsNullOrWhiteSpace(text[..start]));
    }

    private static bool NextLetterIsSmall(string text, int from) => text.AsSpan(from).TrimStart() is [var next, ..] && char.IsLower(next);
}
