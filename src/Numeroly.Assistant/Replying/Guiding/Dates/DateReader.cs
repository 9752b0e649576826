using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Understanding;

namespace Numeroly.Assistant.Replying.Guiding.Dates;

/// <summary>Finds the dates in what was said: in figures, in Vietnamese words, in English words.</summary>
internal sealed class DateReader
{
    private readonly ImmutableArray<Word> _words;
    private readonly int _centurySplit;
    private readonly VietnameseNumbers _vietnamese;
    private readonly EnglishNumbers _english;

    private DateReader(ImmutableArray<Word> words, DateOnly today)
    {
        _words = words;
        _centurySplit = today.Year % 100;
        _vietnamese = new(words);
        _english = new(words);
    }

    /// <param name="today">A year of two digits is the last one there was.</param>
    /// <param name="isAsked">A birth date was asked for, so a bare number may be a part of one.</param>
    public static ImmutableArray<DateMention> Read(ImmutableArray<Word> words, DateOnly today, bool isAsked)
    {
        var reader = new DateReader(words, today);
        var found = ImmutableArray.CreateBuilder<DateMention>();
        for (var at = 0; at < words.Length;)
        {
            if (reader.At(at, isAsked) is { Parts: > 0 } mention)
            {
                found.Add(mention);
                at = Math.Max(mention.End, at + 1);
            }
            else
            {
                at++;
            }
        }

        return Joined(found);
    }

    private DateMention? At(int at, bool isAsked) =>
        InFigures(at) ?? EightDigits(at) ?? InVietnamese(at) ?? InEnglish(at) ?? ThreeNumbers(at) ?? YearAlone(at) ?? (isAsked ? Bare(at) : null);

    // 17/5/1990, 17-05-90, 1990-05-17, 17 5 1990.
    private DateMention? InFigures(int at)
    {
        if (Figure(at) is not { } first || Figure(at + 1) is not { } second || Figure(at + 2) is not { } third) return null;
        var isWritten = _words[at + 1].Before is '/' or '-' or '.' && _words[at + 2].Before is '/' or '-' or '.';
        if (!isWritten && (_words[at + 1].Before != ' ' || _words[at + 2].Before != ' ')) return null;
        if (_words[at].Plain.Length == 4 && second <= 12) return new(third, second, first, at, at + 3, HasMarkedYear: true);
        if (_words[at].Plain.Length > 2 || _words[at + 1].Plain.Length > 2 || _words[at + 2].Plain.Length is not (2 or 4)) return null;
        return new(first, second, Year(third, _words[at + 2].Plain.Length), at, at + 3, MayBeSwapped: true, HasMarkedYear: true);
    }

    // 17051990
    private DateMention? EightDigits(int at)
    {
        if (Figure(at) is not { } all || _words[at].Plain.Length != 8) return null;
        var (day, month, year) = (all / 1_000_000, all / 10_000 % 100, all % 10_000);
        return day is >= 1 and <= 31 && month is >= 1 and <= 31 && year is >= 1000 and <= 2999 ? new(day, month, year, at, at + 1, MayBeSwapped: true, HasMarkedYear: true) : null;
    }

    private DateMention? InVietnamese(int at)
    {
        int? day = null, month = null, year = null;
        var next = at;
        if (IsDayWord(at) && DayAt(at + 1) is { } named) (day, next) = (named.Value, named.Next);
        else if (DayAt(at) is { } bare && IsMonthWord(bare.Next)) (day, next) = (bare.Value, bare.Next);

        if (IsMonthWord(next) && MonthAt(next + 1) is { } monthSaid) (month, next) = (monthSaid.Value, monthSaid.Next);
        else if (day is not null && Written(next, '/', '-') && MonthAt(next) is { } written) (month, next) = (written.Value, written.Next);
        else if (day is not null && IsDayWord(at) && !_vietnamese.Is(next, "năm") && MonthAt(next) is { } follows && YearAt(follows.Next) is not null) (month, next) = (follows.Value, follows.Next);

        var marked = false;
        if (_vietnamese.Is(next, "năm") && YearAt(next + 1) is { } yearSaid && (day is not null || month is not null || yearSaid.Digits == 4 || SaysBorn(at)))
            (year, next, marked) = (Year(yearSaid.Value, yearSaid.Digits), yearSaid.Next, true);
        else if (month is not null && YearAt(next) is { } yearFollows)
            (year, next, marked) = (Year(yearFollows.Value, yearFollows.Digits), yearFollows.Next, yearFollows.Digits == 4);
        return day is null && month is null && year is null ? null : new(day, month, year, at, next, HasMarkedYear: marked);
    }

    private DateMention? InEnglish(int at)
    {
        if (_english.Month(at) is { } month)
        {
            var afterThe = Is(month.Next, "the") ? month.Next + 1 : month.Next;
            if (EnglishDay(afterThe) is { } day)
            {
                var (year, next) = EnglishYear(day.Next);
                return new(day.Value, month.Value, year, at, next, HasMarkedYear: year is not null);
            }

            var (yearOnly, end) = EnglishYear(month.Next);
            return yearOnly is null && IsAlsoAVerb(at) ? null : new(null, month.Value, yearOnly, at, end, HasMarkedYear: yearOnly is not null);
        }

        if (EnglishDay(at) is not { } first) return null;
        var afterOf = Is(first.Next, "of") ? first.Next + 1 : first.Next;
        if (_english.Month(afterOf) is not { } named) return null;
        var (said, last) = EnglishYear(named.Next);
        return new(first.Value, named.Value, said, at, last, HasMarkedYear: said is not null);
    }

    // Three numbers in a row in words: mười bảy năm chín mươi is not one, hai mươi lăm mười hai một chín tám chín is.
    private DateMention? ThreeNumbers(int at)
    {
        if (_vietnamese.Day(at) is not { } day || _vietnamese.Is(day.Next, "năm") || _vietnamese.Month(day.Next) is not { } month || _vietnamese.Year(month.Next) is not { Digits: 4 } year) return null;
        return new(day.Value, month.Value, year.Value, at, year.Next, HasMarkedYear: true);
    }

    // Born in 1990.
    private DateMention? YearAlone(int at) =>
        Figure(at) is { } figure and >= 1000 and <= 2999 && _words[at].Plain.Length == 4 && (SaysBorn(at) || (at > 0 && _words[at - 1].Plain is "in" or "nam"))
            ? new(null, null, figure, at, at + 1, HasMarkedYear: true)
            : null;

    // The answer to a question for a date, or a part of it: 1990, chín mươi, the seventeenth.
    private DateMention? Bare(int at)
    {
        if (_words.Length > 6) return null;
        if (YearAt(at) is { } year && (year.Digits == 4 || year.Value > 31)) return new(null, null, Year(year.Value, year.Digits), at, year.Next, HasMarkedYear: true);
        return DayAt(at) is { } day && (day.Next - at > 1 || _words.Length <= 3) ? new(day.Value, null, null, at, day.Next) : null;
    }

    private SpokenNumber? DayAt(int at) => FigureUpTo(at, 31) is { } figure ? new(figure, AfterOrdinal(at)) : _vietnamese.Day(at);

    private SpokenNumber? EnglishDay(int at) => FigureUpTo(at, 31) is { } figure ? new(figure, AfterOrdinal(at)) : _english.Day(at);

    private SpokenNumber? MonthAt(int at) => FigureUpTo(at, 12) is { } figure ? new(figure, at + 1) : _vietnamese.Month(at);

    private SpokenNumber? YearAt(int at)
    {
        if (Figure(at) is { } figure && _words[at].Plain.Length is 2 or 4) return new(figure, at + 1, _words[at].Plain.Length);
        return _vietnamese.Year(at) ?? _english.Year(at);
    }

    private (int? Year, int Next) EnglishYear(int at)
    {
        var start = Is(at, "in") || Is(at, "of") ? at + 1 : at;
        return YearAt(start) is { } year && (year.Digits == 4 || start < _words.Length) ? (Year(year.Value, year.Digits), year.Next) : (null, at);
    }

    private int Year(int said, int digits) => digits == 2 ? said + (said <= _centurySplit ? 2000 : 1900) : said;

    private bool IsDayWord(int at) => _vietnamese.Is(at, "ngày") || _vietnamese.Is(at, "mồng") || _vietnamese.Is(at, "mùng") || _vietnamese.Is(at, "hôm");

    private bool IsMonthWord(int at) => _vietnamese.Is(at, "tháng");

    private bool SaysBorn(int at)
    {
        for (var back = at; back >= 0 && back > at - 3; back--)
            if (back < _words.Length && _words[back].Plain is "sinh" or "born") return true;
        return false;
    }

    private bool IsAlsoAVerb(int at) => _words[at].Plain is "may" or "march" or "mar" or "sun" or "dec";

    private bool Written(int at, params ReadOnlySpan<char> signs) => at < _words.Length && signs.Contains(_words[at].Before);

    private bool Is(int at, string plain) => at < _words.Length && _words[at].Plain == plain;

    private int AfterOrdinal(int at) => at + 1 < _words.Length && _words[at + 1].Before == '\0' && _words[at + 1].Plain is "st" or "nd" or "rd" or "th" ? at + 2 : at + 1;

    private int? FigureUpTo(int at, int most) => Figure(at) is { } figure && figure >= 1 && figure <= most && _words[at].Plain.Length <= 2 ? figure : null;

    private int? Figure(int at) => at < _words.Length && _words[at].IsFigure && _words[at].Plain.Length <= 8 ? int.Parse(_words[at].Plain) : null;

    // "the 17th of May, I think 1990": what completes one another is one date.
    private static ImmutableArray<DateMention> Joined(ImmutableArray<DateMention>.Builder found)
    {
        for (var index = found.Count - 1; index > 0; index--)
        {
            var (first, second) = (found[index - 1], found[index]);
            var isApart = (first.Day is not null && second.Day is not null) || (first.Month is not null && second.Month is not null) || (first.Year is not null && second.Year is not null);
            if (isApart || second.Start - first.End > 4) continue;
            found[index - 1] = first.Over(second) with { End = second.End, HasMarkedYear = first.HasMarkedYear || second.HasMarkedYear };
            found.RemoveAt(index);
        }

        return found.ToImmutable();
    }
}
