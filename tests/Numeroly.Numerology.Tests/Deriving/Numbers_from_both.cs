using Numeroly.Numerology.Deriving;
using Numeroly.Numerology.Names;

namespace Numeroly.Numerology.Tests.Deriving;

public class Numbers_from_both
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("Decoz, Tom Cruise", 1, 4, 3)]
    [InlineData("Decoz, Tom Cruise", 9, 4, 5)]
    [InlineData("natalieg-beep, nuuray-project: life path 7, expression 4", 7, 4, 3)]
    [InlineData("tests of a calculator whose repository is not known: Mary Ann Smith", 3, 11, 1)]
    [InlineData("tests of a calculator whose repository is not known: life path 7, destiny 3", 7, 3, 4)]
    [InlineData("own example: masters are reduced first", 11, 5, 3)]
    [InlineData("own example: the same number needs no bridge", 22, 4, 0)]
    [InlineData("own example: 10 is 1", 10, 1, 0)]
    public void A_bridge_is_the_difference_as_published(string source, int one, int other, int value) =>
        BridgeOf(one, other, BridgeMethod.ReduceFirst).Value.ShouldBe(value, source);

    [Theory]
    [InlineData(11, 5, 6)]
    [InlineData(33, 1, 5)]
    [InlineData(10, 4, 3)]
    public void A_bridge_can_be_subtracted_with_its_masters(int one, int other, int value) =>
        BridgeOf(one, other, BridgeMethod.SubtractFirst).Value.ShouldBe(value);

    [Theory]
    [InlineData("Goodwin, The Maturity Number: Richard", 2, 9, 11)]
    [InlineData("Numerologist.com, Maturity Number", 11, 5, 7)]
    [InlineData("Numerology-Free, lesson 14: Barbara", 1, 11, 3)]
    [InlineData("Kalm, Maturity number", 7, 3, 1)]
    [InlineData("own example: 10 does not invent an 11", 10, 1, 2)]
    [InlineData("own example", 11, 8, 1)]
    [InlineData("rule of Goodwin: masters go in as they are", 22, 11, 33)]
    public void Maturity_adds_life_path_and_expression(string source, int lifePath, int expression, int value) =>
        MaturityOf(lifePath, expression, MaturityMethod.KeepMasters).Value.ShouldBe(value, source);

    [Fact]
    public void Maturity_can_reduce_both_first() => MaturityOf(22, 11, MaturityMethod.ReduceFirst).Value.ShouldBe(6);

    [Theory]
    [InlineData("Free Tarot, Rational Thought: Victor, 21 April", "Victor", 21, 9)]
    [InlineData("Futures Obright: John, 1 January", "John", 1, 3)]
    [InlineData("Numerology API: John, 16", "John", 16, 9)]
    [InlineData("own example", "Duyên", 21, 9)]
    public void Rational_thought_adds_the_given_name_and_the_day(string source, string givenName, int day, int value) =>
        RationalThought.Of(PersonName.Read(givenName)!, new DateOnly(1980, 1, day), keepsMasters: false).Value.ShouldBe(value, source);

    [Fact]
    public void Rational_thought_keeps_masters_where_asked() =>
        RationalThought.Of(PersonName.Read("John")!, new DateOnly(1980, 1, 2), keepsMasters: true).Display.ShouldBe("22/4");

    [Theory]
    [InlineData("Gaia: born on the 13th", "1990-01-13", "13")]
    [InlineData("Gaia: born on the 14th", "1990-01-14", "14")]
    [InlineData("Endless World: 5-5-2001", "2001-05-05", "13")]
    [InlineData("Gaia: born on the 19th", "1991-01-19", "19")]
    [InlineData("own example: the component total counts though Phillips' has none", "1990-11-10", "13")]
    [InlineData("own example: 25/12/1989", "1989-12-25", "19")]
    [InlineData("rule of Decoz on Tom Cruise's 7, 3 and 9", "1962-07-03", "19")]
    [InlineData("own example: neither total nor day", "1979-09-21", "")]
    public void Karmic_debts_of_the_date(string source, string born, string debts) => Debts(new Person(null, DateOnly.Parse(born))).ShouldBe(debts, source);

    [Theory]
    [InlineData("own example: soul urge 13", "Lê Kiều", "13", "soul_urge")]
    [InlineData("own example: expression 16", "Lê Ngọc Hân", "16", "expression")]
    [InlineData("own example: personality 19", "Trần Thị Mỹ Duyên", "19", "personality")]
    [InlineData("Decoz, Tom Cruise: personality 13/4", "Thomas Cruise Mapother", "13", "personality")]
    public void Karmic_debts_of_the_name(string source, string name, string debt, string where)
    {
        var reading = Reading.Of(new Person(name, null), Today).Complete();

        var met = reading.KarmicDebts.Single(found => $"{found.Number.Value}" == debt);
        met.Sources.Select(key => key.Text()).ShouldContain(where, source);
        met.Number.Display.ShouldStartWith($"{debt}/");
    }

    [Fact]
    public void A_debt_depends_on_how_the_name_is_added()
    {
        Debts(new Person("Lê Ngọc Hân", null)).ShouldContain("16");
        Debts(new Person("Lê Ngọc Hân", null), new ReadingOptions { Names = NameMethod.Straight }).ShouldNotContain("16");
    }

    [Fact]
    public void Totals_of_single_words_and_of_the_year_do_not_count()
    {
        // 1990 adds up to 19, and so does THI.
        Debts(new Person("Lê Thị Lan", new DateOnly(1990, 1, 2))).ShouldBe("");
    }

    [Fact]
    public void Day_plus_month_counts_only_where_asked()
    {
        var person = new Person(null, new DateOnly(1981, 9, 7));

        Debts(person).ShouldNotContain("16");
        Debts(person, new ReadingOptions { KarmicDebtInAttitude = true }).ShouldContain("16");
    }

    private static string Debts(Person person, ReadingOptions? options = null) =>
        string.Join(',', Reading.Of(person, Today, options).Complete().KarmicDebts.Select(debt => debt.Number.Value));

    private static Number BridgeOf(int one, int other, BridgeMethod method) =>
        Bridge.Of(NumberKey.BridgeLifeExpression, Core(NumberKey.LifePath, one), Core(NumberKey.Expression, other), method);

    private static Number MaturityOf(int lifePath, int expression, MaturityMethod method) =>
        Maturity.Of(Core(NumberKey.LifePath, lifePath), Core(NumberKey.Expression, expression), method);

    private static Number Core(NumberKey key, int value) => Number.Of(key, value, NumerologySystem.Pythagorean);
}
