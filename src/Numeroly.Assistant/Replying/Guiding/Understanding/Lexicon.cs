using System.Collections.Immutable;

namespace Numeroly.Assistant.Replying.Guiding.Understanding;

/// <summary>
/// The phrases that mean something, in both languages, from the text files beside it: <c>Concept: phrase | phrase</c>. A phrase
/// is found whatever its marks; one that begins with <c>=</c> only with exactly its marks, or in a text that has none at all; one
/// that begins with <c>==</c> only with exactly its marks, because without them it is a word of the other language.
/// </summary>
internal sealed class Lexicon
{
    private const int ExactScore = 10;
    private const int NearScore = 6;
    private const int MostSkips = 2;

    // Words that may stand inside a phrase without changing what it means.
    private static readonly HashSet<string> Glue =
        ["cua", "minh", "toi", "em", "the", "my", "nay", "do", "no", "cai", "con", "la", "thi", "is", "a", "to", "ve", "your", "me", "cho", "that", "this", "it", "really", "ban", "cac", "nhung"];

    private readonly LexiconNode _loose = new();
    private readonly LexiconNode _marked = new();
    private readonly Spelling _spelling;

    private Lexicon(IEnumerable<(ConceptKind Kind, string File)> files)
    {
        foreach (var (kind, file) in files)
            foreach (var (concept, phrase) in Phrases(kind, file))
                Add(concept, phrase);
        _spelling = new(_loose.Words().Concat(_marked.Words().Select(Marks.Fold)));
    }

    /// <summary>What a person says.</summary>
    public static Lexicon OfPeople { get; } = new([
        (ConceptKind.Subject, "subjects"), (ConceptKind.Aspect, "aspects"), (ConceptKind.Move, "moves"),
        (ConceptKind.Move, "limits"), (ConceptKind.Relation, "relations"),
    ]);

    /// <summary>What the assistant asks for.</summary>
    public static Lexicon OfQuestions { get; } = new([(ConceptKind.Question, "questions")]);

    /// <summary>Everything found, none inside another, in the order said.</summary>
    public ImmutableArray<Match> Find(ImmutableArray<Word> words)
    {
        var isMarked = words.Any(word => word.IsMarked);
        var found = new List<Match>();
        for (var start = 0; start < words.Length; start++)
        {
            Walk(_loose, words, start, start, 0, 0, found, static word => word.Plain);
            if (isMarked) Walk(_marked, words, start, start, 0, 0, found, static word => word.Lower);
            else Walk(_marked, words, start, start, 0, 0, found, static word => word.Plain, isFolded: true);
        }

        return Longest(found);
    }

    private void Walk(
        LexiconNode node, ImmutableArray<Word> words, int start, int at, int score, int skips, List<Match> found, Func<Word, string> form, bool isFolded = false)
    {
        if (at > start)
            foreach (var concept in node.Ends) found.Add(new(concept, start, at - start, score));
        if (at >= words.Length) return;

        var word = form(words[at]);
        if (node.Next(word, isFolded) is { } exact) Walk(exact, words, start, at + 1, score + ExactScore, skips, found, form, isFolded);
        else if (_spelling.Corrected(word, isAlone: at == start) is { } meant && node.Next(meant, isFolded) is { } near)
            Walk(at == start && word.Length < Spelling.LongWord - 1 ? near.WithoutEnds : near, words, start, at + 1, score + NearScore, skips, found, form, isFolded);
        if (at > start && skips < MostSkips && Glue.Contains(words[at].Plain))
            Walk(node.WithoutEnds, words, start, at + 1, score, skips + 1, found, form, isFolded);
    }

    // Of two that overlap by one lying inside the other the longer is meant; of equal ones both stay.
    private static ImmutableArray<Match> Longest(List<Match> found)
    {
        var kept = ImmutableArray.CreateBuilder<Match>();
        foreach (var match in found.OrderBy(match => match.Start).ThenByDescending(match => match.Length))
        {
            var isInside = false;
            for (var index = kept.Count - 1; index >= 0 && index >= kept.Count - 12 && !isInside; index--) isInside = kept[index].Covers(match);
            if (!isInside) kept.Add(match);
        }

        return kept.ToImmutable();
    }

    private void Add(Concept concept, string phrase)
    {
        var isMarked = phrase.StartsWith('=');
        var isExact = phrase.StartsWith("==", StringComparison.Ordinal);
        var node = isMarked ? _marked : _loose;
        foreach (var word in phrase.TrimStart('=').Split(' ', StringSplitOptions.RemoveEmptyEntries))
            node = node.Add(isMarked ? word : Marks.Fold(word), isExact ? word : Marks.Fold(word));
        node.End(concept);
    }

    private static IEnumerable<(Concept Concept, string Phrase)> Phrases(ConceptKind kind, string file) =>
        from line in EmbeddedText.Lines($"Understanding/Lexicon/{file}")
        let parts = line.Split(':', 2)
        from phrase in parts[1].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select (Concept.Parse(kind, parts[0].Trim()), phrase.ToLowerInvariant());
}
