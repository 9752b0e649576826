using Numeroly.Events.Conversations;
using Numeroly.Numerology.Births;

namespace Numeroly.Assistant.Replying.Guiding.Dates;

/// <summary>What a mention of a birth date comes to.</summary>
internal abstract record DateOutcome
{
    public sealed record Known(DateOnly Date) : DateOutcome;

    /// <summary>Something is still missing.</summary>
    public sealed record Partial(DateMention Said) : DateOutcome;

    /// <summary>3/2 in English.</summary>
    public sealed record Ambiguous(DateOnly MonthFirst, DateOnly DayFirst) : DateOutcome;

    /// <summary>The calendar has no such day.</summary>
    public sealed record NoSuchDay(DateMention Said) : DateOutcome;

    public sealed record NotYet(DateOnly Date) : DateOutcome;

    public sealed record TooLongAgo(int Year) : DateOutcome;

    private const int EarliestYear = 1900;

    public static DateOutcome Of(DateMention said, Language language, DateOnly today)
    {
        if (said.Year is < EarliestYear) return new TooLongAgo(said.Year.Value);
        if (said.Year > today.Year) return new NotYet(new DateOnly(Math.Min(said.Year.Value, 9999), 1, 1));
        if (!said.IsComplete) return said is { Day: { } day, Month: { } month } && !Exists(day, month, 2000) ? new NoSuchDay(said) : new Partial(said);

        var dayFirst = Read(said);
        var monthFirst = said.MayBeSwapped ? Read(said.Swapped) : null;
        return (dayFirst, monthFirst) switch
        {
            (null, null) => new NoSuchDay(said),
            ({ } one, { } other) when one != other && language == Language.En => new Ambiguous(other, one),
            ({ } one, _) => NotAfter(one, today),
            (null, { } other) => NotAfter(other, today),
        };
    }

    private static DateOutcome NotAfter(DateOnly date, DateOnly today) => date > today ? new NotYet(date) : new Known(date);

    private static DateOnly? Read(DateMention said) => BirthDates.From(said.Day!.Value, said.Month!.Value, said.Year!.Value).Date;

    private static bool Exists(int day, int month, int year) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
