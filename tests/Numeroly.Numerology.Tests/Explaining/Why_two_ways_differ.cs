using FsCheck;
using FsCheck.Fluent;
using Numeroly.Numerology.Births;
using Numeroly.Numerology.Explaining;

namespace Numeroly.Numerology.Tests.Explaining;

public class Why_two_ways_differ
{
    [Theory]
    [InlineData("1990-01-12", DifferenceCause.None)]
    [InlineData("1989-12-25", DifferenceCause.TenKept)]
    [InlineData("1990-11-10", DifferenceCause.MasterByOrder)]
    [InlineData("1979-08-15", DifferenceCause.MasterByOrder)]
    [InlineData("1979-09-21", DifferenceCause.MasterByOrder)]
    [InlineData("1997-04-03", DifferenceCause.MasterByRule)]
    [InlineData("1986-02-03", DifferenceCause.None)]
    public void Is_put_down_to_its_cause(string born, DifferenceCause cause) =>
        LifePathDifference.Of(DateOnly.Parse(born), LifePathMethod.Phillips, cause == DifferenceCause.MasterByRule ? LifePathMethod.AcrossMaster : LifePathMethod.Component, Language.Vi)
            .Cause.ShouldBe(cause);

    [Fact]
    public void Is_told_with_both_workings_and_nobody_in_the_wrong()
    {
        var told = LifePathDifference.Of(new DateOnly(1990, 11, 10), Language.Vi);

        (told.One.Display, told.Other.Display).ShouldBe(("22/4", "4"));
        told.Paragraphs[0].ShouldContain("1+0+1+1+1+9+9+0 = 22");
        told.Paragraphs[0].ShouldContain("1+11+1 = 13, 1+3 = 4");
        told.Paragraphs[1].ShouldContain("22 và 13");
        told.Paragraphs[2].ShouldContain("Không cách nào sai");
        LifePathDifference.Of(new DateOnly(1990, 11, 10), Language.En).Paragraphs[2].ShouldStartWith("Neither is wrong");
    }

    [Fact]
    public void Is_told_completely_for_any_date_and_any_two_ways()
    {
        var ways = Gen.Elements(Enum.GetValues<LifePathMethod>());
        var pairs = ways.SelectMany(_ => ways, (one, other) => (one, other)).ToArbitrary();

        Prop.ForAll(Generators.Dates(), pairs, (born, pair) => new[] { Language.Vi, Language.En }.All(language =>
        {
            var told = LifePathDifference.Of(born, pair.one, pair.other, language);
            return told.Paragraphs.Length == 3
                && told.Paragraphs.All(paragraph => !paragraph.Contains('{'))
                && (told.Cause == DifferenceCause.None) == (told.One.Value == told.Other.Value);
        })).QuickCheckThrowOnFailure();
    }
}
