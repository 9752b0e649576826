using System.Collections.Immutable;

namespace Numeroly.Assistant.Replying.Guiding.Understanding;

/// <summary>Numbers that somebody asks about by their value: số bảy, con số 11, number seven, life path 22.</summary>
internal static class SpokenValues
{
    private static readonly Dictionary<string, int> Marked = new(StringComparer.Ordinal)
    {
        ["một"] = 1, ["hai"] = 2, ["ba"] = 3, ["bốn"] = 4, ["năm"] = 5, ["sáu"] = 6, ["bảy"] = 7, ["tám"] = 8, ["chín"] = 9, ["mười"] = 10,
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11,
    };

    private static readonly HashSet<int> Known = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 16, 19, 22, 33];

    public static ImmutableArray<int> In(ImmutableArray<Word> words, ImmutableArray<Match> matches)
    {
        var values = ImmutableArray.CreateBuilder<int>();
        for (var at = 1; at < words.Length; at++)
        {
            var isNamed = words[at - 1].Lower is "số" or "so" or "number" or "a" or "master"
                ? words[at - 1].Lower != "a" || IsFigure(words[at])
                : EndsASubject(matches, at) || (words[at - 1].Lower is "là" or "la" or "is" && FollowsASubject(matches, at - 1));
            if (isNamed && ValueAt(words, at) is { } value && !values.Contains(value)) values.Add(value);
        }

        return values.ToImmutable();
    }

    /// <summary>The figures, where two numbers are plainly meant: compare 5 and 7.</summary>
    public static ImmutableArray<int> Bare(ImmutableArray<Word> words) =>
        [.. Enumerable.Range(0, words.Length).Where(at => IsFigure(words[at])).Select(at => ValueAt(words, at)).OfType<int>().Distinct()];

    private static bool IsFigure(Word word) => word.IsFigure && word.Plain.Length <= 2;

    private static bool EndsASubject(ImmutableArray<Match> matches, int at)
    {
        foreach (var match in matches)
            if (match.Concept.Kind == ConceptKind.Subject && match.End == at) return true;
        return false;
    }

    private static bool FollowsASubject(ImmutableArray<Match> matches, int at)
    {
        foreach (var match in matches)
            if (match.Concept.Kind == ConceptKind.Subject && match.End <= at && match.End > at - 5) return true;
        return false;
    }

    private static int? ValueAt(ImmutableArray<Word> words, int at)
    {
        var word = words[at];
        if (IsFigure(word))
        {
            var figure = int.Parse(word.Plain);
            return Known.Contains(figure) && !(at + 1 < words.Length && words[at + 1].Before is '/' && words[at + 1].Plain.Length > 1) ? figure : null;
        }

        if (!Marked.TryGetValue(word.Lower, out var value)) return null;
        var next = at + 1 < words.Length ? words[at + 1].Lower : "";
        return (value, next) switch
        {
            (10, "một") => 11,
            (2, "hai") => 22,
            (2, "mươi") when at + 2 < words.Length && words[at + 2].Lower == "hai" => 22,
            (3, "ba") => 33,
            (3, "mươi") when at + 2 < words.Length && words[at + 2].Lower == "ba" => 33,
            _ => value,
        };
    }
}
