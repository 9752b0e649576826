using FsCheck;
using FsCheck.Fluent;
using Numeroly.Numerology.Births;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Tests.Births;

/// <summary>Examples printed by the source that is named; where it says "rule of", the source prints the rule and the example is ours.</summary>
public class Numbers_of_a_birth_date
{
    [Theory]
    [InlineData("Stacked New York after Phillips", "1979-05-06", "10")]
    [InlineData("Stacked New York after Phillips", "1979-02-01", "11")]
    [InlineData("Stacked New York after Phillips", "1963-02-01", "22/4")]
    [InlineData("Your Guiding Light, J. F. Kennedy", "1917-05-29", "7")]
    [InlineData("Your Guiding Light, Florence Nightingale", "1820-05-12", "10")]
    [InlineData("Nguyễn Trọng Thành, Con số chủ đạo", "1987-09-11", "9")]
    [InlineData("pub.dev package numerology", "1999-12-22", "8")]
    public void The_ruling_number_as_published(string source, string born, string display) =>
        LifePath.Of(DateOnly.Parse(born), LifePathMethod.Phillips).Display.ShouldBe(display, source);

    [Theory]
    [InlineData(LifePathMethod.Component, "Decoz, A Course in Numerology", "1936-10-12", 5)]
    [InlineData(LifePathMethod.Component, "Decoz, A Course in Numerology", "1911-11-22", 9)]
    [InlineData(LifePathMethod.Component, "Astrovera, Life Path", "1989-03-30", 6)]
    [InlineData(LifePathMethod.Component, "Astrovera, Life Path", "1981-10-03", 5)]
    [InlineData(LifePathMethod.Component, "Divination Lessons, year 22 kept", "1975-09-15", 1)]
    [InlineData(LifePathMethod.Component, "pub.dev package numerology", "1999-12-22", 8)]
    [InlineData(LifePathMethod.Component, "Calculator City, 1984 stays 22", "1984-07-28", 3)]
    [InlineData(LifePathMethod.Component, "Awareness Act", "2017-12-09", 4)]
    [InlineData(LifePathMethod.ComponentWithout33, "Numerology-Free, lesson 14: Barbara", "1953-11-26", 1)]
    [InlineData(LifePathMethod.ComponentWithout33, "Triple Seven Center, 11 and 22 only", "1956-08-03", 5)]
    [InlineData(LifePathMethod.ComponentWithout33, "rule of Token Rock, which keeps 11 and 22 only", "1984-05-06", 6)]
    [InlineData(LifePathMethod.ComponentSingle, "Lou Lou Rose, Life Path Number: 22 reduced", "1993-12-23", 3)]
    [InlineData(LifePathMethod.ComponentSingle, "Leitongtong, Einstein", "1879-03-14", 6)]
    [InlineData(LifePathMethod.ComponentSingle, "ASU Times, Life path number", "1990-07-15", 5)]
    [InlineData(LifePathMethod.AcrossMaster, "Numberscape, Definitions: Einstein", "1879-03-14", 33)]
    [InlineData(LifePathMethod.AcrossMaster, "Volcengine, a question answered", "1997-04-03", 33)]
    [InlineData(LifePathMethod.AcrossMaster, "Your Personality Code, Birth Number", "1978-12-28", 11)]
    [InlineData(LifePathMethod.AcrossMaster, "Your Personality Code, Birth Number", "1978-12-29", 3)]
    [InlineData(LifePathMethod.AcrossMaster, "Your Personality Code, Birth Number", "1960-01-12", 2)]
    [InlineData(LifePathMethod.AcrossPlain, "Astrogle, Fadic number", "1983-06-22", 4)]
    [InlineData(LifePathMethod.AcrossPlain, "Xert, Birth Number", "1970-08-15", 4)]
    [InlineData(LifePathMethod.AcrossPlain, "Ask Astrology, Life Cycle", "1968-04-12", 4)]
    [InlineData(LifePathMethod.Stacked, "Article Slash, Johnny Depp", "1963-06-09", 7)]
    [InlineData(LifePathMethod.Stacked, "The Lifting, Color-Life Path Number", "1954-07-04", 3)]
    [InlineData(LifePathMethod.Stacked, "The Lifting, Color-Life Path Number: 22 stays", "1944-02-29", 22)]
    [InlineData(LifePathMethod.Stacked, "Pop Madrid, Numerology Life Path", "1981-07-03", 2)]
    [InlineData(LifePathMethod.Stacked, "rule of numerologyarticles.com", "1975-09-09", 22)]
    public void Other_life_paths_as_published(LifePathMethod method, string source, string born, int value) =>
        LifePath.Of(DateOnly.Parse(born), method).Value.ShouldBe(value, source);

    [Theory]
    [InlineData("1990-01-12", 23, 5, 5, 5)]
    [InlineData("1989-12-25", 37, 10, 1, 1)]
    [InlineData("1990-11-10", 22, 22, 4, 4)]
    [InlineData("1979-08-15", 40, 4, 22, 22)]
    [InlineData("1979-09-21", 38, 11, 2, 2)]
    [InlineData("1984-07-18", 38, 11, 11, 2)]
    [InlineData("1988-10-29", 38, 11, 2, 11)]
    [InlineData("1984-05-06", 33, 6, 33, 6)]
    [InlineData("2008-12-16", 20, 2, 11, 11)]
    [InlineData("1986-02-03", 29, 11, 11, 11)]
    public void Where_the_ways_differ(string born, int total, int phillips, int component, int componentSingle)
    {
        var date = DateOnly.Parse(born);

        LifePath.LastStep(date, LifePathMethod.Phillips).Total.ShouldBe(total);
        new[] { LifePathMethod.Phillips, LifePathMethod.Component, LifePathMethod.ComponentSingle }
            .Select(method => LifePath.Of(date, method).Value)
            .ShouldBe([phillips, component, componentSingle]);
    }

    [Theory]
    [InlineData(BirthdayMethod.Phillips, "rule of Sức khỏe & Đời sống and blog.psychics.com", 10, 10)]
    [InlineData(BirthdayMethod.Phillips, "rule of Sức khỏe & Đời sống and blog.psychics.com", 19, 10)]
    [InlineData(BirthdayMethod.Phillips, "rule of Sức khỏe & Đời sống and blog.psychics.com", 20, 2)]
    [InlineData(BirthdayMethod.Phillips, "rule of Sức khỏe & Đời sống and blog.psychics.com", 22, 22)]
    [InlineData(BirthdayMethod.Phillips, "rule of Sức khỏe & Đời sống and blog.psychics.com", 29, 11)]
    [InlineData(BirthdayMethod.Phillips, "rule of Sức khỏe & Đời sống and blog.psychics.com", 30, 3)]
    [InlineData(BirthdayMethod.Mainstream, "Numerology School, Birthday Number", 24, 6)]
    [InlineData(BirthdayMethod.Mainstream, "Decoz, Birthday numbers", 15, 6)]
    [InlineData(BirthdayMethod.Mainstream, "Triple Seven Center", 23, 5)]
    [InlineData(BirthdayMethod.Mainstream, "rule of Decoz, master numbers", 29, 11)]
    [InlineData(BirthdayMethod.Mainstream, "rule of Decoz, master numbers", 22, 22)]
    public void The_day_as_published(BirthdayMethod method, string source, int day, int value) =>
        Birthday.Of(new DateOnly(1980, 1, day), method).Value.ShouldBe(value, source);

    [Theory]
    [InlineData("pub.dev package numerology", "1999-12-22", 7)]
    [InlineData("Gaia, day plus month", "1990-05-05", 1)]
    [InlineData("own example", "1979-09-21", 3)]
    public void The_attitude_as_published(string source, string born, int value) =>
        Attitude.Of(DateOnly.Parse(born), keepsMasters: false).Value.ShouldBe(value, source);

    [Fact]
    public void The_attitude_keeps_11_and_22_where_asked()
    {
        Attitude.Of(new DateOnly(1990, 10, 12), keepsMasters: true).Display.ShouldBe("22/4");
        Attitude.Of(new DateOnly(1990, 12, 21), keepsMasters: true).Value.ShouldBe(6);
    }

    [Fact]
    public void The_working_can_be_followed()
    {
        LifePath.Of(new DateOnly(1998, 8, 14), LifePathMethod.Phillips).Working.ShouldBe(["1+4+8+1+9+9+8 = 40, 4+0 = 4"]);
        LifePath.Of(new DateOnly(1979, 9, 21), LifePathMethod.Component).Working.ShouldBe(["21: 2+1 = 3", "9", "1979: 1+9+7+9 = 26, 2+6 = 8", "3+9+8 = 20, 2+0 = 2"]);
    }

    [Fact]
    public void Every_way_has_the_same_root_and_stays_in_its_set() => Prop
        .ForAll(Generators.Dates(), date =>
        {
            var numbers = Enum.GetValues<LifePathMethod>().ToDictionary(method => method, method => LifePath.Of(date, method).Value);
            return numbers.Values.Select(Reduction.Root.Of).Distinct().Count() == 1
                && numbers.All(number => SetOf(number.Key).Contains(number.Value));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Twenty_two_rules_exactly_when_it_is_the_first_total() => Prop
        .ForAll(Generators.Dates(1900, 2099), date =>
            (LifePath.Of(date, LifePathMethod.Phillips).Value == 22) == (Digits(date).Sum() == 22))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Each_digit_root_of_a_day_and_an_attitude_is_that_of_its_date() => Prop
        .ForAll(Generators.Dates(), date =>
            Enum.GetValues<BirthdayMethod>().All(method => Reduction.Root.Of(Birthday.Of(date, method).Value) == Reduction.Root.Of(date.Day))
            && Reduction.Root.Of(Attitude.Of(date, keepsMasters: true).Value) == Attitude.Of(date, keepsMasters: false).Value)
        .QuickCheckThrowOnFailure();

    private static int[] SetOf(LifePathMethod method) => method switch
    {
        LifePathMethod.Phillips => [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 22],
        LifePathMethod.ComponentWithout33 => [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 22],
        LifePathMethod.AcrossPlain => [1, 2, 3, 4, 5, 6, 7, 8, 9],
        _ => [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 22, 33],
    };

    private static IEnumerable<int> Digits(DateOnly date) => date.ToString("ddMMyyyy").Select(digit => digit - '0');
}
