using System.Collections.Immutable;

namespace Numeroly.Assistant.Replying.Guiding.Understanding;

/// <summary>Something said, and what its words mean.</summary>
internal sealed class Utterance
{
    // Sounds that are no words; recognisers write them down.
    private static readonly HashSet<string> Hesitations =
        ["ờ", "ờm", "à", "ạ", "ậm", "ừm", "um", "uh", "uhm", "umm", "er", "erm", "hmm", "hm", "mm", "nhé", "nha", "nhá", "á", "hả", "ha", "well", "like", "ah"];

    private Utterance(string text, ImmutableArray<Word> words, ImmutableArray<Match> matches)
    {
        Text = text;
        Words = words;
        Matches = matches;
        Subjects = Of<Subject>(ConceptKind.Subject);
        Aspects = Of<Aspect>(ConceptKind.Aspect);
        Moves = [.. Of<Move>(ConceptKind.Move)];
        Values = SpokenValues.In(words, matches);
    }

    public string Text { get; }

    public ImmutableArray<Word> Words { get; }

    public ImmutableArray<Match> Matches { get; }

    /// <summary>In the order said, each once.</summary>
    public ImmutableArray<Subject> Subjects { get; }

    public ImmutableArray<Aspect> Aspects { get; }

    public ImmutableHashSet<Move> Moves { get; }

    /// <summary>Numbers that were named as such: số 7, life path eleven.</summary>
    public ImmutableArray<int> Values { get; }

    public bool IsEmpty => Words.IsEmpty;

    public bool IsShort => Words.Length <= 6;

    public static Utterance Of(string text)
    {
        var words = Understanding.Words.In(text);
        var spoken = words.Length > 1 ? words.RemoveAll(word => Hesitations.Contains(word.Lower)) : words;
        var kept = spoken.IsEmpty ? words : spoken;
        return new(text, kept, Lexicon.OfPeople.Find(kept));
    }

    public bool Does(Move move) => Moves.Contains(move);

    public bool DoesAny(params ReadOnlySpan<Move> moves)
    {
        foreach (var move in moves)
            if (Moves.Contains(move)) return true;
        return false;
    }

    /// <summary>The first place where this is meant.</summary>
    public Match? MatchOf(Move move)
    {
        foreach (var match in Matches)
            if (match.Concept == new Concept(ConceptKind.Move, (int)move)) return match;
        return null;
    }

    /// <summary>How much of what was said means this.</summary>
    public int ScoreOf(Move move) => Matches.Where(match => match.Concept == new Concept(ConceptKind.Move, (int)move)).Sum(match => match.Score);

    public ImmutableArray<(Relation Relation, Match Match)> Relations =>
        [.. Matches.Where(match => match.Concept.Kind == ConceptKind.Relation).Select(match => ((Relation)match.Concept.Value, match))];

    /// <summary>Whether one of these words was said.</summary>
    public bool Says(params ReadOnlySpan<string> plain)
    {
        foreach (var word in Words)
            if (plain.Contains(word.Plain)) return true;
        return false;
    }

    private ImmutableArray<T> Of<T>(ConceptKind kind)
        where T : struct, Enum =>
        [.. Matches.Where(match => match.Concept.Kind == kind).Select(match => (T)Enum.ToObject(typeof(T), match.Concept.Value)).Distinct()];
}
