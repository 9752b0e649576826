using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Understanding;

namespace Numeroly.Assistant.Replying.Guiding.Dates;

/// <summary>
/// Days, months and years in Vietnamese number words. A word with marks must have the right ones (sáu, not sau); words without
/// are taken only in a text that has none at all, where nothing better is known.
/// </summary>
internal sealed class VietnameseNumbers(ImmutableArray<Word> words)
{
    private static readonly Dictionary<string, int> Digits = new(StringComparer.Ordinal)
    {
        ["không"] = 0, ["một"] = 1, ["mốt"] = 1, ["hai"] = 2, ["ba"] = 3, ["bốn"] = 4, ["tư"] = 4, ["năm"] = 5, ["lăm"] = 5, ["nhăm"] = 5,
        ["sáu"] = 6, ["bảy"] = 7, ["bẩy"] = 7, ["tám"] = 8, ["chín"] = 9,
    };

    private static readonly Dictionary<string, int> PlainDigits = Folded(Digits);
    private readonly bool _isMarked = words.Any(word => word.IsMarked);

    /// <summary>1 to 31.</summary>
    public SpokenNumber? Day(int at)
    {
        if (UpTo99(at, fiveMayBeNam: false) is not { } number) return null;
        if (number.Value is >= 2 and <= 3 && number.Next == at + 1 && Digit(at + 1) is { } unit && Is(at + 2, "tháng") && unit > 0)
            return new((number.Value * 10) + unit, at + 2);
        if (number.Value % 10 == 0 && Digit(number.Next) == 5 && Is(number.Next + 1, "tháng")) return new(number.Value + 5, number.Next + 1);
        return number.Value is >= 1 and <= 31 ? number : null;
    }

    /// <summary>1 to 12, tháng giêng and tháng chạp too.</summary>
    public SpokenNumber? Month(int at)
    {
        if (Is(at, "giêng")) return new(1, at + 1);
        if (Is(at, "chạp")) return new(12, at + 1);
        if (UpTo99(at, fiveMayBeNam: false) is { Value: >= 1 and <= 12 } number) return number;
        return Digit(at) is { } digit and > 0 ? new(digit, at + 1) : null;
    }

    /// <summary>In any of the ways it is said: một nghìn chín trăm chín mươi, một chín chín mươi, chín mươi, hai không không năm.</summary>
    public SpokenNumber? Year(int at) => Thousands(at) ?? Centuries(at) ?? (UpTo99(at, fiveMayBeNam: true) is { Value: >= 10 } two ? two with { Digits = 2 } : TwoDigits(at));

    /// <summary>0 to 99 in words.</summary>
    private SpokenNumber? UpTo99(int at, bool fiveMayBeNam)
    {
        if (Is(at, "hăm") && Digit(at + 1) is { } twenties) return new(20 + twenties, at + 2);
        if (Is(at, "mười")) return Unit(at + 1, fiveMayBeNam) is { } unit ? new(10 + unit, at + 2) : new(10, at + 1);
        if (Digit(at) is not { } digit) return null;
        if (digit > 1 && (Is(at + 1, "mươi") || Is(at + 1, "mười"))) return Unit(at + 2, fiveMayBeNam) is { } unit ? new((digit * 10) + unit, at + 3) : new(digit * 10, at + 2);
        if (digit > 1 && (Is(at + 1, "mốt") || Is(at + 1, "lăm") || Is(at + 1, "nhăm") || Is(at + 1, "tư")) && Digit(at + 1) is { } spoken) return new((digit * 10) + spoken, at + 2);
        return digit > 0 ? new(digit, at + 1) : null;
    }

    private SpokenNumber? TwoDigits(int at) => Digit(at) is { } tens && Digit(at + 1) is { } units ? new((tens * 10) + units, at + 2, 2) : null;

    private SpokenNumber? Thousands(int at)
    {
        if (Digit(at) is not ({ } thousands and >= 1 and <= 2) || !(Is(at + 1, "nghìn") || Is(at + 1, "ngàn"))) return null;
        var (value, next) = (thousands * 1000, at + 2);
        if (Digit(next) is { } hundreds && Is(next + 1, "trăm")) (value, next) = (value + (hundreds * 100), next + 2);
        if (Is(next, "lẻ") || Is(next, "linh")) return Digit(next + 1) is { } rest ? new(value + rest, next + 2, 4) : new(value, next, 4);
        if (Digit(next) == 0 && Digit(next + 1) is { } last) return new(value + last, next + 2, 4);
        return UpTo99(next, fiveMayBeNam: true) is { } tens ? new(value + tens.Value, tens.Next, 4) : new(value, next, 4);
    }

    // Two halves: một chín · chín mươi, mười chín · tám lăm, hai không · không năm, hai mươi · mười hai.
    private SpokenNumber? Centuries(int at)
    {
        var (century, next) = (Digit(at), Digit(at + 1)) switch
        {
            (1, 9) => (1900, at + 2),
            (2, 0) => (2000, at + 2),
            _ when Is(at, "mười") && Digit(at + 1) == 9 => (1900, at + 2),
            _ => (0, at),
        };
        if (century == 0) return null;
        if (Is(next, "trăm")) next++;
        if (UpTo99(next, fiveMayBeNam: true) is { } tens && (tens.Value >= 10 || tens.Next > next + 1)) return new(century + tens.Value, tens.Next, 4);
        return TwoDigits(next) is { } digits ? new(century + digits.Value, digits.Next, 4) : null;
    }

    // After mười the five is lăm; năm begins the year.
    private int? Unit(int at, bool fiveMayBeNam) => Is(at, "năm") && !(fiveMayBeNam && _isMarked) ? null : Digit(at) is { } digit and > 0 ? digit : null;

    private int? Digit(int at)
    {
        if (at >= words.Length) return null;
        var word = words[at];
        if (word.Plain.Length == 1 && word.IsFigure) return word.Plain[0] - '0';
        if (Digits.TryGetValue(word.Lower, out var digit)) return digit;
        return !_isMarked && PlainDigits.TryGetValue(word.Plain, out digit) ? digit : null;
    }

    public bool Is(int at, string word) => at < words.Length && (words[at].Lower == word || (!_isMarked && words[at].Plain == Marks.Fold(word)));

    private static Dictionary<string, int> Folded(Dictionary<string, int> digits) =>
        digits.GroupBy(pair => Marks.Fold(pair.Key)).ToDictionary(group => group.Key, group => group.First().Value);
}
