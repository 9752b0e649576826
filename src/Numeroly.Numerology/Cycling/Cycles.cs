using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Cycling;

/// <summary>When a personal year begins. Never at Tết.</summary>
public enum YearStart
{
    /// <summary>1 January to 31 December.</summary>
    January,

    /// <summary>Birthday to birthday; for those of 29 February 1 March in common years.</summary>
    Birthday,
}

/// <summary>The personal year, month and day of one calendar day, and the year all people share.</summary>
public sealed record Cycles(Number UniversalYear, Number Year, Number Month, Number Day)
{
    /// <param name="on">Today where the person is.</param>
    public static Cycles Of(DateOnly birthDate, DateOnly on, YearStart start, bool keepMasters)
    {
        var reduction = keepMasters ? Reduction.MasterWithout33 : Reduction.Root;
        var universal = Calculation.Reduce(YearCounted(birthDate, on, start), Reduction.Root);
        var birthMonth = Calculation.Reduce(birthDate.Month, reduction);
        var birthDay = Calculation.Reduce(birthDate.Day, reduction);
        var year = Calculation.Sum([birthMonth.Value, birthDay.Value, universal.Value], reduction);
        var month = Calculation.Sum([year.Value, on.Month], reduction);
        var day = Calculation.Sum([month.Value, on.Day], reduction);

        return new(
            NumberOf(NumberKey.UniversalYear, Calculation.Reduce(on.Year, Reduction.Root)),
            NumberOf(NumberKey.PersonalYear, birthMonth, birthDay, universal, year),
            NumberOf(NumberKey.PersonalMonth, month),
            NumberOf(NumberKey.PersonalDay, day));
    }

    private static int YearCounted(DateOnly birthDate, DateOnly on, YearStart start) =>
        start == YearStart.Birthday && on < BirthdayIn(on.Year, birthDate) ? on.Year - 1 : on.Year;

    private static DateOnly BirthdayIn(int year, DateOnly birthDate) => birthDate is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
        ? new DateOnly(year, 3, 1)
        : new DateOnly(year, birthDate.Month, birthDate.Day);

    private static Number NumberOf(NumberKey key, params Calculation[] steps) =>
        Number.Of(key, steps[^1].Value, NumerologySystem.Pythagorean, [.. steps.Select(step => step.Line)]);
}
