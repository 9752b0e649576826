using FsCheck;
using FsCheck.Fluent;

namespace Numeroly.Numerology.Tests;

/// <summary>Any birth date that can be read, and any name a person in Vietnam might have.</summary>
internal static class Generators
{
    private static readonly string[] Syllables =
    [
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Đỗ", "Hồ", "Ngô", "Võ", "Ý", "Thị", "Văn", "Ngọc", "Thúy", "Mỹ", "Bảo", "Quý",
        "Vy", "Yến", "Duyên", "Huỳnh", "Quỳnh", "Kiều", "Châu", "Hân", "Ưu", "Ổn", "H'Hen", "Anh-Thư", "Khuê", "Ái", "Ly", "Xuân", "Ng",
    ];

    public static Arbitrary<DateOnly> Dates() => Dates(new DateOnly(1000, 1, 1), new DateOnly(2999, 12, 31)).ToArbitrary();

    public static Arbitrary<DateOnly> Dates(int fromYear, int toYear) => Dates(new DateOnly(fromYear, 1, 1), new DateOnly(toYear, 12, 31)).ToArbitrary();

    public static Arbitrary<string> Names() => AnyName().ToArbitrary();

    public static Arbitrary<(string Name, DateOnly Born)> People() => AnyName()
        .SelectMany(_ => Dates(new DateOnly(1900, 1, 1), new DateOnly(2026, 12, 31)), (name, born) => (name, born))
        .ToArbitrary();

    public static Reading Complete(this ReadingOutcome outcome) => outcome.ShouldBeOfType<ReadingOutcome.Complete>().Reading;

    private static Gen<string> AnyName() => Gen.Choose(1, 5).SelectMany(words => Gen.Elements(Syllables).ArrayOf(words)).Select(words => string.Join(' ', words));

    private static Gen<DateOnly> Dates(DateOnly first, DateOnly last) => Gen.Choose(first.DayNumber, last.DayNumber).Select(DateOnly.FromDayNumber);
}
