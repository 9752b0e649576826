using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Understanding;

namespace Numeroly.Assistant.Replying.Guiding.Dates;

/// <summary>Days, months and years in English number words.</summary>
internal sealed class EnglishNumbers(ImmutableArray<Word> words)
{
    private static readonly string[] Below20 =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Ordinals =
    [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>1 to 31, as a count or an order: twenty one, twenty first.</summary>
    public SpokenNumber? Day(int at)
    {
        if (IndexOf(Ordinals, at) is { } order and > 0) return new(order, at + 1);
        if (Word(at) == "thirtieth") return new(30, at + 1);
        if (Word(at) == "twentieth") return new(20, at + 1);
        if (IndexOf(Tens, at) is { } tens and (2 or 3))
        {
            if (IndexOf(Ordinals, at + 1) is { } unit and (>= 1 and <= 9)) return InMonth((tens * 10) + unit, at + 2);
            return IndexOf(Below20, at + 1) is { } count and (>= 1 and <= 9) ? InMonth((tens * 10) + count, at + 2) : InMonth(tens * 10, at + 1);
        }

        return IndexOf(Below20, at) is { } value and > 0 ? new(value, at + 1) : null;
    }

    /// <summary>By name, shortened or not.</summary>
    public SpokenNumber? Month(int at)
    {
        var word = Word(at);
        if (word.Length < 3) return null;
        if (word == "sept") return new(9, at + 1);
        for (var month = 0; month < Months.Length; month++)
            if (word == Months[month] || (word.Length == 3 && Months[month].StartsWith(word, StringComparison.Ordinal))) return new(month + 1, at + 1);
        return null;
    }

    /// <summary>nineteen ninety five, nineteen oh five, two thousand and five, twenty twenty, ninety five.</summary>
    public SpokenNumber? Year(int at)
    {
        if (IndexOf(Below20, at) is 2 && Word(at + 1) == "thousand")
        {
            var next = Word(at + 2) == "and" ? at + 3 : at + 2;
            return UpTo99(next) is { } rest ? new(2000 + rest.Value, rest.Next, 4) : new(2000, at + 2, 4);
        }

        var century = Word(at) switch { "nineteen" => 1900, "twenty" => 2000, "eighteen" => 1800, _ => 0 };
        if (century > 0)
        {
            if (Word(at + 1) == "hundred") return UpTo99(Word(at + 2) == "and" ? at + 3 : at + 2) is { } hundreds ? new(century + hundreds.Value, hundreds.Next, 4) : new(century, at + 2, 4);
            if (Word(at + 1) is "oh" or "o" or "zero" && IndexOf(Below20, at + 2) is { } unit and (>= 1 and <= 9)) return new(century + unit, at + 3, 4);
            if (UpTo99(at + 1) is { Value: >= 10 } tens) return new(century + tens.Value, tens.Next, 4);
        }

        return UpTo99(at) is { Value: >= 20 } two ? two with { Digits = 2 } : null;
    }

    private SpokenNumber? UpTo99(int at)
    {
        if (IndexOf(Tens, at) is { } tens and >= 2)
            return IndexOf(Below20, at + 1) is { } unit and (>= 1 and <= 9) ? new((tens * 10) + unit, at + 2) : new(tens * 10, at + 1);
        return IndexOf(Below20, at) is { } value and > 0 ? new(value, at + 1) : null;
    }

    private static SpokenNumber? InMonth(int day, int next) => day <= 31 ? new(day, next) : null;

    private int? IndexOf(string[] names, int at)
    {
        var word = Word(at);
        if (word.Length < 3) return null;
        var index = Array.IndexOf(names, word);
        return index < 0 ? null : index;
    }

    private string Word(int at) => at < words.Length ? words[at].Plain : "";
}
