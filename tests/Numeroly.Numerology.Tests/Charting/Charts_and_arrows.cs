using FsCheck;
using FsCheck.Fluent;
using Numeroly.Numerology.Charting;
using Numeroly.Numerology.Names;

namespace Numeroly.Numerology.Tests.Charting;

public class Charts_and_arrows
{
    [Theory]
    [InlineData("Astrology-Tarot, Birth Date: two full columns", "1978-03-20", "planner,activity,frustration")]
    [InlineData("rule of Tracuunhansohoc, Mũi tên Kế hoạch", "1993-02-01", "planner,frustration")]
    [InlineData("WikiNumerology, Birth Chart", "1987-11-23", "planner,activity,frustration")]
    [InlineData("own example", "1979-09-21", "frustration")]
    [InlineData("rule of Phillips' arrows", "1958-06-24", "will,emotional_balance,determination")]
    public void Arrows_as_published(string source, string born, string arrows) =>
        string.Join(',', Chart.OfDate(DateOnly.Parse(born)).Arrows.Select(arrow => arrow.Key.Text())).ShouldBe(arrows, source);

    // The names of HQ's arrows after Phillips and of Lịch Ngày Tốt's fifteen: seven pairs and the planner.
    [Theory]
    [InlineData("planner", "123", true)]
    [InlineData("will", "456", true)]
    [InlineData("activity", "789", true)]
    [InlineData("practicality", "147", true)]
    [InlineData("emotional_balance", "258", true)]
    [InlineData("intellect", "369", true)]
    [InlineData("determination", "159", true)]
    [InlineData("spirituality", "357", true)]
    [InlineData("frustration", "456", false)]
    [InlineData("passivity", "789", false)]
    [InlineData("disorder", "147", false)]
    [InlineData("hypersensitivity", "258", false)]
    [InlineData("poor_memory", "369", false)]
    [InlineData("procrastination", "159", false)]
    [InlineData("enquirer", "357", false)]
    public void Each_arrow_of_Phillips_has_its_line(string key, string line, bool isFull)
    {
        var arrow = new Arrow(ArrowKeys.All.Single(known => known.Text() == key));

        string.Concat(arrow.Line).ShouldBe(line);
        arrow.IsFull.ShouldBe(isFull);
    }

    // The calculator that is not known leaves out digits that are repeated; these are dates where that changes nothing.
    [Theory]
    [InlineData("tests of a calculator whose repository is not known", "1984-04-13", "3")]
    [InlineData("tests of a calculator whose repository is not known", "1969-12-11", "")]
    [InlineData("rule of hahpuc, Numerology", "1999-09-11", "1,9")]
    [InlineData("rule of hahpuc, Numerology", "2007-07-20", "7")]
    [InlineData("rule of hahpuc, Numerology", "2000-03-10", "")]
    [InlineData("rule of hahpuc, Numerology", "1990-09-19", "1,9")]
    [InlineData("rule of hahpuc, Numerology", "1930-03-01", "1,3,9")]
    public void Corners_without_neighbours_are_isolated(string source, string born, string corners) =>
        string.Join(',', Chart.OfDate(DateOnly.Parse(born)).Isolated.Select(number => number.Value)).ShouldBe(corners, source);

    // The source prints the digits 1, 2, 2 and 9 without their date.
    [Theory]
    [InlineData("TrungHai0230396, thong-diep-thuong-de: 1, 2, 2, 9 and Phong", "1900-02-20", "Phong", "000011210", "120011211")]
    [InlineData("own example", "1979-09-21", "Duyên", "001120100", "211120203")]
    public void A_name_is_laid_over_the_birth_chart_as_published(string source, string born, string given, string letters, string both)
    {
        var name = PersonName.Read(given)!;

        string.Concat(Chart.OfName(name, emptyPlanner: false).Counts).ShouldBe(letters, source);
        string.Concat(Chart.Combined(DateOnly.Parse(born), name).Counts).ShouldBe(both, source);
    }

    [Theory]
    [InlineData("TrungHai0230396, thong-diep-thuong-de: 19/8/1991 and Phong", "1991-08-19", "Phong", "5,6,7")]
    [InlineData("TrungHai0230396, thong-diep-thuong-de: 19/8/1991 and Hải", "1991-08-19", "Hải", "")]
    public void A_name_brings_digits_the_date_lacks_as_published(string source, string born, string given, string digits)
    {
        var date = DateOnly.Parse(born);
        var (birth, both) = (Chart.OfDate(date).Counts, Chart.Combined(date, PersonName.Read(given)!).Counts);

        string.Join(',', Enumerable.Range(1, 9).Where(digit => birth[digit - 1] == 0 && both[digit - 1] > 0)).ShouldBe(digits, source);
    }

    [Fact]
    public void All_lines_of_a_name_that_has_every_digit_are_full()
    {
        var arrows = Chart.OfName(PersonName.Read("Thomas Cruise Mapother")!, emptyPlanner: true).Arrows;

        arrows.Length.ShouldBe(8);
        arrows.ShouldAllBe(arrow => arrow.IsFull);
        arrows.Select(arrow => string.Concat(arrow.Line)).ShouldBe(["123", "456", "789", "147", "258", "369", "159", "357"]);
    }

    [Fact]
    public void Empty_planner_is_named_only_where_asked_and_only_for_names()
    {
        var name = PersonName.Read("Nghi")!;

        Chart.OfName(name, emptyPlanner: false).Arrows.Select(arrow => arrow.Key).ShouldNotContain(ArrowKey.Unplanned);
        Chart.OfName(name, emptyPlanner: true).Arrows.Select(arrow => arrow.Key).ShouldContain(ArrowKey.Unplanned);
    }

    [Fact]
    public void There_are_fifteen_arrows_of_Phillips_and_one_of_others() => ArrowKeys.All.Length.ShouldBe(16);

    [Fact]
    public void Impossible_arrows_never_appear()
    {
        Never(Generators.Dates(), ArrowKey.Unplanned);
        Never(Generators.Dates(1900, 1999), ArrowKey.Disorder, ArrowKey.Procrastination, ArrowKey.PoorMemory, ArrowKey.Passivity);
        Never(Generators.Dates(2000, 2999), ArrowKey.Hypersensitivity);
    }

    [Fact]
    public void A_line_is_full_or_empty_or_neither_and_the_combined_chart_adds_up() => Prop
        .ForAll(Generators.People(), person =>
        {
            var name = PersonName.Read(person.Name)!;
            var (birth, letters, both) = (Chart.OfDate(person.Born), Chart.OfName(name, emptyPlanner: true), Chart.Combined(person.Born, name));
            return both.Counts.SequenceEqual(birth.Counts.Zip(letters.Counts, (one, other) => one + other))
                && new[] { birth, letters, both }.All(chart => chart.Arrows.All(arrow =>
                    arrow.Line.All(digit => arrow.IsFull ? chart.Counts[digit - 1] > 0 : chart.Counts[digit - 1] == 0)));
        })
        .QuickCheckThrowOnFailure();

    private static void Never(Arbitrary<DateOnly> dates, params ArrowKey[] arrows) => Prop
        .ForAll(dates, date => !Chart.OfDate(date).Arrows.Any(arrow => arrows.Contains(arrow.Key)))
        .QuickCheckThrowOnFailure();
}
