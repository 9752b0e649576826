using Numeroly.Numerology.Births;
using Numeroly.Numerology.Charting;
using Numeroly.Numerology.Cycling;
using Numeroly.Numerology.Names;
using Numeroly.Numerology.Peaking;

namespace Numeroly.Numerology.Tests;

public class Reading_a_person
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Person Duyen = new("Trần Thị Mỹ Duyên", new DateOnly(1979, 9, 21));

    [Fact]
    public void By_default_gives_what_most_people_in_Vietnam_expect()
    {
        var reading = Reading.Of(Duyen, Today).Complete();

        reading.Numbers.Select(number => $"{number.Key.Text()} {number.Display}").ShouldBe([
            "life_path 11", "other_life_path 2", "birthday 3", "attitude 3",
            "expression 8", "soul_urge 7", "personality 1",
            "maturity 1", "rational_thought 9", "bridge_life_expression 6", "bridge_soul_personality 6",
            "balance 3", "hidden_passion 5", "missing_number 6", "subconscious_self 8", "cornerstone D", "first_vowel U", "capstone N",
            "karmic_debt 19/1",
        ]);
        reading.KarmicDebts.ShouldHaveSingleItem().Sources.ShouldBe([NumberKey.Personality]);
    }

    [Fact]
    public void Draws_the_charts()
    {
        var reading = Reading.Of(Duyen, Today).Complete();

        reading.Birth!.Chart.Counts.ShouldBe([2, 1, 0, 0, 0, 0, 1, 0, 3]);
        reading.Birth.Chart.Arrows.Select(arrow => arrow.Key).ShouldBe([ArrowKey.Frustration]);
        reading.Name!.Chart.Counts.ShouldBe([0, 0, 1, 1, 2, 0, 1, 0, 0]);
        reading.Joint!.CombinedChart.Counts.ShouldBe([2, 1, 1, 1, 2, 0, 2, 0, 3]);
        reading.Joint.CombinedChart.Arrows.Select(arrow => arrow.Key)
            .ShouldBe([ArrowKey.Planner, ArrowKey.Practicality, ArrowKey.Determination, ArrowKey.Spirituality]);
    }

    [Fact]
    public void Tells_peaks_and_cycles_of_the_day()
    {
        var reading = Reading.Of(Duyen, Today).Complete();

        reading.Birth!.Peaks.Select(peak => (peak.Number.Value, peak.Age, peak.Year)).ShouldBe([(3, 25, 2004), (2, 34, 2013), (5, 43, 2022), (8, 52, 2031)]);
        reading.Birth.Challenges.ShouldBeEmpty("Phillips has none");
        var cycles = reading.Birth.Cycles;
        new[] { cycles.UniversalYear, cycles.Year, cycles.Month, cycles.Day }.Select(number => number.Value).ShouldBe([1, 4, 6, 1]);
    }

    [Fact]
    public void Follows_the_variants_that_were_chosen()
    {
        var options = new ReadingOptions
        {
            LifePath = LifePathMethod.Component, Birthday = BirthdayMethod.Mainstream, Peaks = PeakMethod.Pinnacles,
            Y = YMode.Never, YearStart = YearStart.Birthday, ChartName = ChartName.Full, NameMasters = NameMasters.None,
        };

        var reading = Reading.Of(Duyen, new DateOnly(2026, 9, 1), options).Complete();

        reading.Birth!.LifePath.Value.ShouldBe(2);
        reading.Birth.OtherLifePath.Value.ShouldBe(11);
        reading.Birth.Peaks.Select(peak => peak.Number.Value).ShouldBe([3, 11, 5, 8]);
        reading.Birth.Challenges.Select(challenge => challenge.Number.Value).ShouldBe([6, 5, 1, 1]);
        reading.Birth.Cycles.Year.Value.ShouldBe(3);
        (reading.Name!.SoulUrge.Value, reading.Name.Personality.Value).ShouldBe((9, 8));
        reading.Name.Chart.Counts.ShouldBe([1, 2, 1, 2, 3, 0, 2, 1, 2]);
    }

    [Fact]
    public void With_a_name_alone_or_a_date_alone_gives_what_there_is()
    {
        var byName = Reading.Of(Duyen with { BirthDate = null }, Today).Complete();
        var byDate = Reading.Of(Duyen with { Name = " " }, Today).Complete();

        (byName.Birth, byName.Joint).ShouldBe((null, null));
        byName.Numbers.ShouldContain(number => number.Key == NumberKey.Expression);
        (byDate.Name, byDate.Joint).ShouldBe((null, null));
        byDate.Numbers.ShouldContain(number => number.Key == NumberKey.LifePath);
    }

    [Fact]
    public void Uses_the_daily_name_for_its_chart_and_for_Phillips_name_numbers()
    {
        var person = Duyen with { DailyName = "Mỹ Duyên" };

        Reading.Of(person, Today).Complete().Name!.ChartedName.Words.Length.ShouldBe(2);
        Reading.Of(person, Today).Complete().Name!.Expression.Value.ShouldBe(8);
        // MY 11 and DUYEN 24 make 35.
        Reading.Of(person, Today, new ReadingOptions { NameMasters = NameMasters.Phillips }).Complete().Name!.Expression.Working[^1].ShouldEndWith("= 35, 3+5 = 8");
    }

    [Theory]
    [InlineData(null, null, RefusalKind.NothingToRead)]
    [InlineData("  ", null, RefusalKind.NothingToRead)]
    [InlineData("123", null, RefusalKind.NameWithoutLetters)]
    [InlineData("Lan", "0999-12-31", RefusalKind.YearOutOfRange)]
    [InlineData("Lan", "2026-11-23", RefusalKind.BornLater)]
    public void Is_refused_with_the_reason(string? name, string? born, RefusalKind kind) =>
        Reading.Of(new Person(name, born is null ? null : DateOnly.Parse(born)), Today)
            .ShouldBeOfType<ReadingOutcome.Refused>().Refusal.Kind.ShouldBe(kind);

    [Fact]
    public void A_daily_name_without_letters_is_refused_too() =>
        Reading.Of(Duyen with { DailyName = "?" }, Today).ShouldBeOfType<ReadingOutcome.Refused>().Refusal.Kind.ShouldBe(RefusalKind.NameWithoutLetters);
}
