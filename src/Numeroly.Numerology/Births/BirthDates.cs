namespace Numeroly.Numerology.Births;

/// <summary>Birth dates that can be read: real days of the years 1000 to 2999.</summary>
public static class BirthDates
{
    public const int FirstYear = 1000;
    public const int LastYear = 2999;

    /// <summary>A date from its parts as spoken.</summary>
    /// <returns>The date, or why there is none.</returns>
    public static (DateOnly? Date, Refusal? Refusal) From(int day, int month, int year)
    {
        if (YearRefusal(year) is { } refusal) return (null, refusal);
        return month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? (null, new Refusal(RefusalKind.NoSuchDate, $"There is no day {day}/{month}/{year} in the calendar."))
            : (new DateOnly(year, month, day), null);
    }

    /// <summary>Why this date cannot be read on that day, or null when it can.</summary>
    public static Refusal? RefusalOf(DateOnly birthDate, DateOnly on) =>
        YearRefusal(birthDate.Year)
        ?? (birthDate > on ? new Refusal(RefusalKind.BornLater, $"The birth date {birthDate:yyyy-MM-dd} is after {on:yyyy-MM-dd}.") : null);

    private static Refusal? YearRefusal(int year) => year is >= FirstYear and <= LastYear
        ? null
        : new Refusal(RefusalKind.YearOutOfRange, $"The year of birth has to be between {FirstYear} and {LastYear}, in four digits; it is {year}.");
}
