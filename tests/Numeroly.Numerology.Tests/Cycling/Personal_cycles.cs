using FsCheck;
using FsCheck.Fluent;
using Numeroly.Numerology.Cycling;

namespace Numeroly.Numerology.Tests.Cycling;

public class Personal_cycles
{
    [Theory]
    [InlineData("Find Your Fate, Personal Year", "1960-05-15", "1992-07-17", 5, 3, 2)]
    [InlineData("Judyth Sult, Numerology Basic", "1980-09-23", "2023-02-01", 3, 5, 6)]
    [InlineData("Judyth Sult, Numerology Basic", "1980-09-23", "2023-02-08", 3, 5, 4)]
    [InlineData("Inspired Creatively, Personal Year", "1965-04-23", "2020-10-07", 4, 5, 3)]
    [InlineData("Decoz, Monthly Forecast: January 31 of a 6 year", "1990-01-01", "2029-01-31", 6, 7, 2)]
    [InlineData("Decoz, Monthly Forecast: February 1 of a 6 year", "1990-01-01", "2029-02-01", 6, 8, 9)]
    [InlineData("Numerology Zen, Personal Year", "1970-01-02", "1995-01-01", 9, 1, 2)]
    [InlineData("own example", "1979-09-21", "2026-11-22", 4, 6, 1)]
    public void Year_month_and_day_as_published(string source, string born, string on, int year, int month, int day) =>
        ShouldBe(Cycles.Of(DateOnly.Parse(born), DateOnly.Parse(on), YearStart.January, keepMasters: false), source, year, month, day);

    [Theory]
    [InlineData("Janet Boyer", "1970-11-06", "2004-01-01", 5, 6, 7)]
    [InlineData("Tarot Kingdom, Crash course", "1980-01-20", "2008-08-08", 4, 3, 11)]
    public void With_masters_kept_as_published(string source, string born, string on, int year, int month, int day) =>
        ShouldBe(Cycles.Of(DateOnly.Parse(born), DateOnly.Parse(on), YearStart.January, keepMasters: true), source, year, month, day);

    [Theory]
    [InlineData("rule of David Hartmann, Personal Year Numbers: it changes on every birthday", "1987-07-22", "2023-07-21", 8)]
    [InlineData("rule of David Hartmann, Personal Year Numbers: it changes on every birthday", "1987-07-22", "2023-07-22", 9)]
    [InlineData("Ask Astrology: on April 12, 2020 my year will be a 2", "1968-04-12", "2020-04-12", 2)]
    [InlineData("Ask Astrology: until then it is a 1", "1968-04-12", "2020-04-11", 1)]
    [InlineData("Lyn's Readings: on the birthday in 2018 a 7 begins", "1985-08-06", "2018-08-06", 7)]
    [InlineData("Lyn's Readings: on 6 August 2019 it moves to an 8", "1985-08-06", "2019-08-06", 8)]
    [InlineData("Lyn's Readings: a 5 begins on 27 December 2018", "1945-12-27", "2018-12-27", 5)]
    [InlineData("Lyn's Readings: it stays for most of 2019", "1945-12-27", "2019-12-26", 5)]
    [InlineData("Lyn's Readings: on the birthday in 2019 it moves to a 6", "1945-12-27", "2019-12-27", 6)]
    [InlineData("own example", "1979-09-21", "2026-09-01", 3)]
    [InlineData("our choice: 1 March in common years", "2000-02-29", "2025-02-28", 3)]
    [InlineData("our choice: 1 March in common years", "2000-02-29", "2025-03-01", 4)]
    [InlineData("29 February itself in leap years", "2000-02-29", "2024-02-29", 3)]
    public void A_year_can_run_from_birthday_to_birthday(string source, string born, string on, int year) =>
        Cycles.Of(DateOnly.Parse(born), DateOnly.Parse(on), YearStart.Birthday, keepMasters: false).Year.Value.ShouldBe(year, source);

    [Fact]
    public void The_universal_year_is_everybodys()
    {
        Cycles.Of(new DateOnly(1979, 9, 21), new DateOnly(2026, 9, 1), YearStart.Birthday, keepMasters: false).UniversalYear.Value.ShouldBe(1);
        Cycles.Of(new DateOnly(1979, 9, 21), new DateOnly(2023, 1, 1), YearStart.January, keepMasters: false).UniversalYear.Value.ShouldBe(7);
    }

    [Fact]
    public void The_working_can_be_followed()
    {
        var cycles = Cycles.Of(new DateOnly(1979, 9, 21), new DateOnly(2026, 11, 22), YearStart.January, keepMasters: false);

        cycles.Year.Working.ShouldBe(["9", "21: 2+1 = 3", "2026: 2+0+2+6 = 10, 1+0 = 1", "9+3+1 = 13, 1+3 = 4"]);
        cycles.Month.Working.ShouldBe(["4+11 = 15, 1+5 = 6"]);
        cycles.Day.Working.ShouldBe(["6+22 = 28, 2+8 = 10, 1+0 = 1"]);
    }

    [Fact]
    public void Stay_in_their_sets_and_each_year_follows_the_last() => Prop
        .ForAll(Generators.Dates(1900, 1999), Generators.Dates(2000, 2098), (born, on) =>
        {
            var now = Cycles.Of(born, on, YearStart.January, keepMasters: false);
            var next = Cycles.Of(born, on.AddYears(1), YearStart.January, keepMasters: false);
            return new[] { now.UniversalYear, now.Year, now.Month, now.Day }.All(number => number.Value is >= 1 and <= 9)
                && next.Year.Value == (now.Year.Value % 9) + 1;
        })
        .QuickCheckThrowOnFailure();

    private static void ShouldBe(Cycles cycles, string source, int year, int month, int day) =>
        (cycles.Year.Value, cycles.Month.Value, cycles.Day.Value).ShouldBe((year, month, day), source);
}
