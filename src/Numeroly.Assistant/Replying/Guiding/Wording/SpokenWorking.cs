using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Wording;

/// <summary>
/// Speaks the lines a number was worked out by: <c>TRAN: T2+R9+A1+N5 = 17, 1+7 = 8</c> becomes "Trần: T là 2, R là 9, A là 1,
/// N là 5, cộng lại là 17, rồi 1 cộng 7 bằng 8".
/// </summary>
internal sealed class SpokenWorking(Language language, string? name)
{
    private const int Longest = 430;

    private readonly bool _isVietnamese = language == Language.Vi;

    /// <summary>One sentence for each step; the steps inside long names are passed over.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<string> lines)
    {
        var spoken = lines.Where(line => line.Contains('=') || HasLetters(line)).Select(line => $"{Spoken.Capital(Line(line))}.").ToList();
        if (spoken.Count == 0) return [];
        return spoken.Sum(line => line.Length) <= Longest ? spoken : Shortened(lines);
    }

    private List<string> Shortened(IReadOnlyList<string> lines)
    {
        var words = lines.Where(line => line.Contains(": ", StringComparison.Ordinal)).Take(8).Select(line => $"{Label(line)} {LastNumber(line)}").ToList();
        var together = _isVietnamese ? "Cộng các chữ cái của từng từ, mình được" : "Adding the letters of each word gives";
        return [$"{together} {Spoken.List(words, language)}.", $"{Spoken.Capital(Line(Lengthless(lines[^1])))}."];
    }

    private string Line(string line)
    {
        var (label, steps) = line.Split(": ", 2) is [var before, var after] ? (before, after) : ("", line);
        var spoken = string.Join(_isVietnamese ? ", rồi " : ", then ", steps.Split(", ").Select(Step));
        if (label.Length == 0) return spoken;
        if (char.IsAsciiDigit(label[0])) return _isVietnamese ? $"với {label}, {spoken}" : $"for {label}, {spoken}";
        return $"{Label(line)}: {spoken}";
    }

    private string Step(string step)
    {
        var (sum, total) = step.Split(" = ", 2) is [var terms, var result] ? (terms, result) : (step, "");
        if (!HasLetters(sum))
        {
            var arithmetic = sum.Replace("+", _isVietnamese ? " cộng " : " plus ").Replace("−", _isVietnamese ? " trừ " : " minus ");
            return total.Length == 0 ? arithmetic : $"{arithmetic} {(_isVietnamese ? "bằng" : "is")} {total}";
        }

        if (char.IsAsciiDigit(total.Length == 0 ? '0' : total[0]) && sum.Length == 1) return $"{sum} {(_isVietnamese ? "là" : "is")} {total}";
        var letters = string.Join(", ", sum.Split('+').Select(term => $"{term[..1]} {(_isVietnamese ? "là" : "is")} {term[1..]}"));
        return total.Length == 0 || !sum.Contains('+') ? letters : $"{letters}, {(_isVietnamese ? "cộng lại là" : "together")} {total}";
    }

    // The word as it is written, not as it was folded.
    private string Label(string line)
    {
        var folded = line.Split(": ", 2)[0];
        foreach (var word in (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            if (string.Equals(Understanding.Marks.Fold(word), folded, StringComparison.OrdinalIgnoreCase)) return word;
        return folded.Length <= 1 ? folded : folded[..1] + folded[1..].ToLowerInvariant();
    }

    private static string Lengthless(string line) => line.Length <= 120 ? line : line[(line.LastIndexOf(", ", StringComparison.Ordinal) + 2)..];

    private static string LastNumber(string line) => string.Concat(line.Reverse().TakeWhile(char.IsAsciiDigit).Reverse());

    private static bool HasLetters(string terms) => terms.Any(char.IsAsciiLetterUpper);
}
