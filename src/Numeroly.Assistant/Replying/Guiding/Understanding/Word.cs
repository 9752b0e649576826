using System.Collections.Immutable;

namespace Numeroly.Assistant.Replying.Guiding.Understanding;

/// <summary>One word or figure of what was said.</summary>
/// <param name="Written">As it came.</param>
/// <param name="Lower">In lower case, marks kept.</param>
/// <param name="Plain">Folded by <see cref="Marks"/>.</param>
/// <param name="Before">The last sign between the word before and this one; a space when there was none but spaces, <c>\0</c> when they touch.</param>
internal sealed record Word(string Written, string Lower, string Plain, char Before)
{
    public bool IsFigure => char.IsAsciiDigit(Plain[0]);

    public bool IsMarked { get; } = Written.Any(Marks.IsMarked);

    /// <summary>Whether something ended before this word.</summary>
    public bool BeginsAnew => Before is ',' or '.' or ';' or '?' or '!' or ':' or '\n';
}

/// <summary>Takes a text apart.</summary>
internal static class Words
{
    // A turn of five minutes has some eight hundred words; what is longer is not speech.
    private const int MostWords = 1500;
    private const int LongestWord = 60;

    public static ImmutableArray<Word> In(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var before = ' ';
        var at = 0;
        while (at < text.Length && words.Count < MostWords)
        {
            var end = EndOfWord(text, at);
            if (end == at)
            {
                if (before is ' ' or '\0' || !char.IsWhiteSpace(text[at])) before = text[at] is '\n' ? '\n' : char.IsWhiteSpace(text[at]) ? ' ' : text[at];
                at++;
                continue;
            }

            if (end - at <= LongestWord) Add(words, text[at..end], before);
            before = '\0';
            at = end;
        }

        return words.ToImmutable();
    }

    private static void Add(ImmutableArray<Word>.Builder words, string written, char before)
    {
        var plain = Marks.Fold(written);
        if (plain.Length > 0) words.Add(new(written, written.ToLowerInvariant(), plain, before));
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        if (char.IsAsciiDigit(text[start]))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            return end;
        }

        while (end < text.Length && (char.IsLetter(text[end]) || Marks.IsCombining(text[end]) || (end > start && IsInner(text, end)))) end++;
        return end;
    }

    // The apostrophe of "what's" and "H'Hen".
    private static bool IsInner(string text, int at) => Marks.IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1]);
}
