using FsCheck;
using FsCheck.Fluent;
using Numeroly.Numerology.Peaking;

namespace Numeroly.Numerology.Tests.Peaking;

public class Peaks_and_challenges
{
    // One date for each ruling number.
    [Theory]
    [InlineData("2008-12-16", 2, 34)]
    [InlineData("2000-01-09", 3, 33)]
    [InlineData("2000-01-19", 4, 32)]
    [InlineData("1963-02-01", 22, 32)]
    [InlineData("2000-01-02", 5, 31)]
    [InlineData("2000-01-03", 6, 30)]
    [InlineData("1917-05-29", 7, 29)]
    [InlineData("1999-12-22", 8, 28)]
    [InlineData("1987-09-11", 9, 27)]
    [InlineData("1979-05-06", 10, 26)]
    [InlineData("1979-02-01", 11, 25)]
    public void Phillips_peaks_are_reached_at_36_less_the_ruling_number_and_every_nine_years(string born, int ruling, int first)
    {
        var date = DateOnly.Parse(born);

        Numerology.Births.LifePath.Of(date, Numerology.Births.LifePathMethod.Phillips).Value.ShouldBe(ruling);
        PhillipsPeaks.Of(date, reducesRuling: false).Select(peak => peak.Age).ShouldBe([first, first + 9, first + 18, first + 27]);
    }

    [Theory]
    [InlineData("TrungHai0230396, thong-diep-thuong-de, after thansohoconline.com", "1974-05-01", 6, 4, 10, 8)]
    [InlineData("own example", "1979-09-21", 3, 2, 5, 8)]
    [InlineData("rule of Tracuunhansohoc: 10 is kept on the last two only", "1979-01-09", 1, 8, 9, 9)]
    [InlineData("rule of Tracuunhansohoc: 10 is kept on the last two only", "1987-03-16", 1, 5, 6, 10)]
    [InlineData("rule of hahpuc, Numerology: 11 is kept on the last two only", "1975-07-04", 2, 8, 10, 11)]
    public void Phillips_peaks_add_up_as_published(string source, string born, params int[] values) =>
        PhillipsPeaks.Of(DateOnly.Parse(born), reducesRuling: false).Select(peak => peak.Number.Value).ShouldBe(values, source);

    [Theory]
    [InlineData("TrungHai0230396, thong-diep-thuong-de: ruling number 9", "1974-05-01", 27, 36, 45, 54)]
    [InlineData("TrungHai0230396, thong-diep-thuong-de, after tracuuthansohoc.com and tinhte.vn: ruling number 11", "1991-08-19", 25, 34, 43, 52)]
    public void Phillips_peaks_come_at_the_ages_published(string source, string born, params int[] ages) =>
        PhillipsPeaks.Of(DateOnly.Parse(born), reducesRuling: false).Select(peak => peak.Age).ShouldBe(ages, source);

    [Fact]
    public void The_ages_can_be_counted_from_the_reduced_ruling_number()
    {
        PhillipsPeaks.Of(new DateOnly(1979, 5, 6), reducesRuling: true)[0].Age.ShouldBe(35);
        PhillipsPeaks.Of(new DateOnly(1979, 2, 1), reducesRuling: true)[0].Age.ShouldBe(34);
    }

    [Theory]
    [InlineData("Decoz, Pinnacle Cycles", "1949-05-15", 11, 11, 22, 1)]
    [InlineData("Decoz, Tom Cruise", "1962-07-03", 1, 3, 4, 7)]
    [InlineData("Decoz, Do Your Own Reading", "1987-03-23", 8, 3, 11, 1)]
    [InlineData("Kravento, Pinnacle Cycles", "1991-03-14", 8, 7, 6, 5)]
    [InlineData("Numerology Day 11, Pinnacle Phases", "1982-10-25", 8, 9, 8, 3)]
    [InlineData("Divine Astro, Pinnacle Numbers", "1950-10-16", 8, 4, 3, 7)]
    [InlineData("own example", "1979-09-21", 3, 11, 5, 8)]
    public void Pinnacles_as_published(string source, string born, params int[] values) =>
        Pinnacles.Of(DateOnly.Parse(born), fromSingleDigits: false).Select(peak => peak.Number.Value).ShouldBe(values, source);

    [Fact]
    public void Pinnacles_can_be_counted_from_single_digits_keeping_ten_on_the_fourth() =>
        Pinnacles.Of(new DateOnly(1949, 5, 15), fromSingleDigits: true).Select(peak => peak.Number.Value).ShouldBe([11, 11, 22, 10]);

    [Theory]
    [InlineData("California Psychics, life path 9", "1911-11-22", 27)]
    [InlineData("Divine Astro, life path 5", "1950-10-16", 31)]
    [InlineData("Kravento, life path 4", "1990-11-10", 32)]
    [InlineData("own example, life path 2", "1979-09-21", 34)]
    public void The_first_pinnacle_ends_where_Phillips_first_peak_begins(string source, string born, int end)
    {
        var pinnacles = Pinnacles.Of(DateOnly.Parse(born), fromSingleDigits: false);

        pinnacles.Select(peak => (peak.Age, peak.UntilAge)).ShouldBe([(0, end), (end + 1, end + 9), (end + 10, end + 18), (end + 19, null)], source);
    }

    [Fact]
    public void The_same_age_is_the_first_peak_to_one_and_the_second_to_the_other()
    {
        var born = new DateOnly(2000, 1, 2);
        bool Covers(Peak peak) => peak.Age <= 35 && 35 <= (peak.UntilAge ?? 200);

        PhillipsPeaks.Of(born, reducesRuling: false).Single(Covers).Index.ShouldBe(1);
        Pinnacles.Of(born, fromSingleDigits: false).Single(Covers).Index.ShouldBe(2);
    }

    [Theory]
    [InlineData("Decoz, Tom Cruise", "1962-07-03", 4, 6, 2, 2)]
    [InlineData("Free Tarot, Challenge Numbers", "1971-11-12", 1, 6, 5, 7)]
    [InlineData("Learn Numerology, Life Challenge", "1982-03-12", 0, 1, 1, 1)]
    [InlineData("Mystic Softwares, Challenge Number", "1970-05-01", 4, 7, 3, 3)]
    [InlineData("own example", "1979-09-21", 6, 5, 1, 1)]
    public void Challenges_as_published(string source, string born, params int[] values) =>
        Challenges.Of(DateOnly.Parse(born), withAges: false).Select(challenge => challenge.Number.Value).ShouldBe(values, source);

    [Fact]
    public void Challenges_have_ages_only_where_asked()
    {
        Challenges.Of(new DateOnly(1979, 9, 21), withAges: false).ShouldAllBe(challenge => challenge.FromAge == null && challenge.UntilAge == null);
        Challenges.Of(new DateOnly(1979, 9, 21), withAges: true).Select(challenge => (challenge.FromAge, challenge.UntilAge)).ShouldBe([(0, 34), (35, 43), (44, 52), (53, null)]);
    }

    [Fact]
    public void Values_and_ages_stay_in_their_sets() => Prop
        .ForAll(Generators.Dates(), date =>
        {
            var peaks = PhillipsPeaks.Of(date, reducesRuling: false);
            return peaks[0].Age is >= 25 and <= 34
                && peaks.All(peak => peak.Number.Value <= (peak.Index < 3 ? 9 : 11) && peak.Number.Value >= 1)
                && peaks.Zip(peaks.Skip(1)).All(pair => pair.Second.Age - pair.First.Age == 9 && pair.First.UntilAge == pair.Second.Age - 1)
                && Challenges.Of(date, withAges: false).All(challenge => challenge.Number.Value is >= 0 and <= 8);
        })
        .QuickCheckThrowOnFailure();
}
