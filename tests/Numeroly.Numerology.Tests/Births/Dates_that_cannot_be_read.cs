using Numeroly.Numerology.Births;

namespace Numeroly.Numerology.Tests.Births;

public class Dates_that_cannot_be_read
{
    [Theory]
    [InlineData(31, 4, 1990, RefusalKind.NoSuchDate)]
    [InlineData(29, 2, 1991, RefusalKind.NoSuchDate)]
    [InlineData(1, 13, 1990, RefusalKind.NoSuchDate)]
    [InlineData(0, 1, 1990, RefusalKind.NoSuchDate)]
    [InlineData(1, 1, 90, RefusalKind.YearOutOfRange)]
    [InlineData(1, 1, 999, RefusalKind.YearOutOfRange)]
    [InlineData(1, 1, 3000, RefusalKind.YearOutOfRange)]
    public void Are_refused_with_the_reason(int day, int month, int year, RefusalKind kind)
    {
        var (date, refusal) = BirthDates.From(day, month, year);

        date.ShouldBeNull();
        refusal!.Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData(29, 2, 2000)]
    [InlineData(31, 12, 2999)]
    [InlineData(1, 1, 1000)]
    public void Real_days_are_not(int day, int month, int year) => BirthDates.From(day, month, year).ShouldBe((new DateOnly(year, month, day), null));
}
