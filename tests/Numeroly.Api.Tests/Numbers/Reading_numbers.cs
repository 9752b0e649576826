using System.Net;
using Numeroly.Api.Http;
using Numeroly.Api.Numbers;
using Numeroly.Events.Conversations;
using Numeroly.Numerology;
using Numeroly.World;

namespace Numeroly.Api.Tests.Numbers;

public class Reading_numbers
{
    private static readonly string Duyen = Uri.EscapeDataString("Trần Thị Mỹ Duyên");

    [Fact]
    public async Task A_name_and_a_birth_date_give_every_number_with_its_working_and_words()
    {
        await using var api = await ApiInMemory.StartAsync();

        var view = await NumbersAsync(api.As("alice"), $"name={Duyen}&birth_date=1979-09-21&on=2026-11-22&language=vi");

        (view.Language, view.Name, view.BirthDate, view.On).ShouldBe((Language.Vi, "Trần Thị Mỹ Duyên", new DateOnly(1979, 9, 21), new DateOnly(2026, 11, 22)));
        var values = view.Numbers.Where(number => number.Key is not (NumberKey.HiddenPassion or NumberKey.MissingNumber)).ToDictionary(number => number.Key, number => number.Value);
        values[NumberKey.LifePath].ShouldBe(11);
        values[NumberKey.OtherLifePath].ShouldBe(2);
        values[NumberKey.Birthday].ShouldBe(3);
        values[NumberKey.Expression].ShouldBe(8);
        values[NumberKey.SoulUrge].ShouldBe(7);
        values[NumberKey.Personality].ShouldBe(1);
        values[NumberKey.Maturity].ShouldBe(1);
        values[NumberKey.Balance].ShouldBe(3);
        values[NumberKey.KarmicDebt].ShouldBe(19);
        view.Numbers.Where(number => number.Key == NumberKey.MissingNumber).Select(number => number.Value).ShouldBe([6]);
        view.Numbers[0].Working.ShouldContain(line => line.Contains("= 38"));
        view.Peaks.Select(peak => (peak.Value, peak.Age, peak.Year)).ShouldBe([(3, 25, 2004), (2, 34, 2013), (5, 43, 2022), (8, 52, 2031)]);
        var cycles = view.Cycles.ShouldNotBeNull();
        (cycles.Year.Value, cycles.Month.Value, cycles.Day.Value).ShouldBe((4, 6, 1));
        var chart = view.BirthChart.ShouldNotBeNull();
        chart.Cells.Select(cell => cell.Count).ShouldBe([2, 1, 0, 0, 0, 0, 1, 0, 3]);
        chart.Arrows.ShouldHaveSingleItem().Line.ShouldBe([4, 5, 6]);
        chart.Arrows[0].Kind.ShouldBe(ArrowKind.Empty);
        view.NameChart.ShouldNotBeNull();
        view.CombinedChart.ShouldNotBeNull();
        view.LifePathDifference.ShouldNotBeEmpty();
        foreach (var number in view.Numbers)
        {
            number.Name.ShouldNotBeNullOrWhiteSpace();
            number.Title.ShouldNotBeNullOrWhiteSpace();
            number.Summary.ShouldNotBeNullOrWhiteSpace();
            number.Working.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task All_words_come_in_the_asked_language()
    {
        await using var api = await ApiInMemory.StartAsync();
        var alice = api.As("alice");

        var vietnamese = Words(await NumbersAsync(alice, $"name={Duyen}&birth_date=1979-09-21"));
        var english = Words(await NumbersAsync(alice, $"name={Duyen}&birth_date=1979-09-21&language=en"));

        english.Count.ShouldBe(vietnamese.Count);
        english.Intersect(vietnamese).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_of_name_and_birth_date_gives_what_follows_from_it_alone()
    {
        await using var api = await ApiInMemory.StartAsync();
        var alice = api.As("alice");

        var byDate = await NumbersAsync(alice, "name=&birth_date=1979-09-21&on=&language=");
        var byName = await NumbersAsync(alice, $"name={Duyen}&birth_date=");

        (byDate.Name, byDate.NameChart, byDate.CombinedChart).ShouldBe((null, null, null));
        byDate.Numbers.ShouldNotContain(number => number.Key == NumberKey.Expression);
        byDate.Cycles.ShouldNotBeNull();
        (byName.BirthDate, byName.BirthChart, byName.Cycles).ShouldBe((null, null, null));
        byName.Peaks.ShouldBeEmpty();
        byName.LifePathDifference.ShouldBeEmpty();
        byName.Numbers.ShouldContain(number => number.Key == NumberKey.Expression);
        byName.Numbers.ShouldNotContain(number => number.Key == NumberKey.LifePath);
    }

    [Fact]
    public async Task Other_ways_of_counting_can_be_asked_for_one_for_each_rule()
    {
        await using var api = await ApiInMemory.StartAsync();
        var alice = api.As("alice");

        var view = await NumbersAsync(alice, $"name={Duyen}&birth_date=1979-09-21&on=2026-09-01&variant=life_path_component&variant=y_always&variant=peaks_pinnacles&variant=year_from_birthday");

        view.Variants.ShouldBe([NumberVariant.LifePathComponent, NumberVariant.YAlways, NumberVariant.PeaksPinnacles, NumberVariant.YearFromBirthday]);
        view.Numbers.Single(number => number.Key == NumberKey.LifePath).Value.ShouldBe(2);
        view.Numbers.Single(number => number.Key == NumberKey.SoulUrge).Value.ShouldBe(5);
        view.Peaks.Select(peak => (peak.Value, peak.Age, peak.UntilAge)).ShouldBe([(3, 0, 34), (11, 35, 43), (5, 44, 52), (8, 53, null)]);
        view.Challenges.Select(challenge => challenge.Value).ShouldBe([6, 5, 1, 1]);
        view.Cycles!.Year.Value.ShouldBe(3);
    }

    [Fact]
    public async Task Every_variant_can_be_asked_for_and_changes_nothing_but_what_it_is_about()
    {
        await using var api = await ApiInMemory.StartAsync();
        var alice = api.As("alice");

        foreach (var word in Variants.AllWords)
        {
            var view = await NumbersAsync(alice, $"name={Duyen}&birth_date=1979-09-21&variant={word}");

            view.Variants.ShouldHaveSingleItem();
            Root(view, NumberKey.LifePath).ShouldBe(2, word);
            Root(view, NumberKey.Expression).ShouldBe(word == "name_masters_phillips" ? 6 : 8, word);
        }

        static int Root(NumbersView view, NumberKey key) => ((view.Numbers.Single(number => number.Key == key).Value - 1) % 9) + 1;
    }

    [Theory]
    [InlineData("", "name", "birth_date")]
    [InlineData("name=%20", "name", "birth_date")]
    [InlineData("name=%E5%B1%B1%E7%94%B0", "name")]
    [InlineData("birth_date=1979-02-30", "birth_date")]
    [InlineData("birth_date=21.09.1979", "birth_date")]
    [InlineData("birth_date=1899-12-31", "birth_date")]
    [InlineData("birth_date=2030-01-01&on=2026-11-22", "birth_date")]
    [InlineData("birth_date=1979-09-21&on=today", "on")]
    [InlineData("birth_date=1979-09-21&on=3000-01-01", "on")]
    [InlineData("birth_date=1979-09-21&language=fr", "language")]
    [InlineData("birth_date=1979-09-21&variant=chaldean", "variant")]
    [InlineData("birth_date=1979-09-21&variant=y_never&variant=y_always", "variant")]
    public async Task What_cannot_be_read_is_refused_with_what_is_allowed(string query, params string[] fields)
    {
        await using var api = await ApiInMemory.StartAsync();

        var problem = await (await api.As("alice").GetAsync($"/numbers?{query}")).ShouldBeProblemAsync(ProblemType.InvalidInput);

        problem.Errors!.Keys.ShouldBe(fields);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused()
    {
        await using var api = await ApiInMemory.StartAsync();

        foreach (var field in new[] { "name", "daily_name" })
            (await (await api.As("alice").GetAsync($"/numbers?birth_date=1979-09-21&{field}={new string('x', 101)}")).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe([field]);
    }

    [Fact]
    public async Task An_answer_may_be_kept_by_the_askers_browser_only()
    {
        await using var api = await ApiInMemory.StartAsync();

        var answer = await api.As("alice").GetAsync("/numbers?birth_date=1979-09-21");

        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        answer.Headers.Vary.ShouldContain("Authorization");
    }

    private static async Task<NumbersView> NumbersAsync(ApiClient user, string query) =>
        await (await user.GetAsync($"/numbers?{query}")).ShouldBeAsync<NumbersView>(HttpStatusCode.OK);

    private static IReadOnlyList<string> Words(NumbersView view) =>
    [
        .. view.Numbers.SelectMany(number => new[] { number.Name, number.Summary }),
        .. view.BirthChart!.Arrows.Select(arrow => arrow.Meaning),
        .. view.Peaks.Select(peak => peak.Meaning),
        .. view.LifePathDifference,
        view.Cycles!.Year.Summary,
    ];
}
