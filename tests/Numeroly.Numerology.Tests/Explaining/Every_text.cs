using System.Text.RegularExpressions;
using Numeroly.Numerology.Charting;
using Numeroly.Numerology.Explaining;

namespace Numeroly.Numerology.Tests.Explaining;

public partial class Every_text
{
    private static readonly Language[] Languages = [Language.Vi, Language.En];
    private static readonly NumberKey[] Core = [NumberKey.LifePath, NumberKey.Birthday, NumberKey.Expression, NumberKey.SoulUrge, NumberKey.Personality, NumberKey.Maturity];

    [Fact]
    public void Exists_for_every_value_of_every_number_and_for_every_arrow_in_both_languages()
    {
        var all = All().ToList();

        all.Count.ShouldBe(2 * (NumberKeys.All.Sum(key => key.Values().Length) + ArrowKeys.All.Length));
        foreach (var (what, text) in all)
        {
            text.Name.ShouldNotBeNullOrWhiteSpace(what);
            text.Title.Split(' ').Length.ShouldBeInRange(1, 5, what);
            Sentences().Count(text.Summary).ShouldBe(1, $"{what}: {text.Summary}");
            text.Meaning.Length.ShouldBeInRange(1, 4, what);
            text.Meaning.ShouldAllBe(paragraph => paragraph.Length > 15 && ".!?".Contains(paragraph.Last()), what);
        }
    }

    [Fact]
    public void Of_a_core_number_says_more()
    {
        foreach (var key in Core)
            foreach (var value in key.Values())
                foreach (var language in Languages)
                {
                    var text = Explanations.Of(key, value, language);
                    text.Meaning.Length.ShouldBeInRange(2, 4, $"{key} {value} {language}");
                    text.Meaning.Sum(paragraph => paragraph.Length).ShouldBeGreaterThan(150, $"{key} {value} {language}");
                }
    }

    [Fact]
    public void Is_written_once()
    {
        foreach (var language in Languages)
        {
            var meanings = All().Where(text => text.What.StartsWith($"{language}", StringComparison.Ordinal) && !text.What.Contains($"{NumberKey.OtherLifePath}"));
            meanings.SelectMany(text => text.Text.Meaning.Append(text.Text.Summary)).GroupBy(paragraph => paragraph).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Is_in_its_own_language_with_all_marks_composed()
    {
        foreach (var (what, text) in All())
        {
            var words = string.Join(' ', text.Meaning.Prepend(text.Summary));
            if (what.StartsWith($"{Language.Vi}", StringComparison.Ordinal)) words.ShouldContain(letter => "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ".Contains(letter), what);
            else words.ShouldNotContain(letter => letter > '\u00FF' && letter != '×', what);
            words.ShouldNotContain(letter => letter >= '\u0300' && letter <= '\u036F', what);
        }
    }

    [Fact]
    public void Promises_nothing()
    {
        string[] promises = ["số phận của bạn", "định mệnh", "chắc chắn sẽ", "giàu có", "chữa bệnh", "chữa lành", "trúng số", "you will become rich", "destined", "your fate", "guarantee", "cure", "heal you"];

        foreach (var (what, text) in All())
            foreach (var promise in promises)
                string.Join(' ', text.Meaning.Prepend(text.Summary)).ShouldNotContain(promise, Case.Insensitive, what);
    }

    [Fact]
    public void Is_named_as_its_system_names_it()
    {
        Explanations.NameOf(NumberKey.LifePath, NumerologySystem.Phillips, Language.Vi).ShouldBe("Số chủ đạo");
        Explanations.NameOf(NumberKey.LifePath, NumerologySystem.Pythagorean, Language.Vi).ShouldBe("Số đường đời");
        Explanations.NameOf(NumberKey.LifePath, NumerologySystem.Phillips, Language.En).ShouldBe("Ruling number");
        Explanations.Of(Number.Of(NumberKey.OtherLifePath, 22, NumerologySystem.Pythagorean), Language.Vi).ShouldSatisfyAllConditions(
            text => text.Name.ShouldBe("Số đường đời"),
            text => text.Title.ShouldBe("Người dựng nền"));
        Explanations.Of(NumberKey.LifePath, 4, Language.Vi).Name.ShouldBe("Số chủ đạo");
        Explanations.Of(NumberKey.Peak, 10, Language.Vi).Name.ShouldBe("Đỉnh cao");
        Explanations.NameOf(NumberKey.Peak, NumerologySystem.Pythagorean, Language.En).ShouldBe("Pinnacle");
    }

    [Fact]
    public void Of_a_value_that_cannot_be_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Explanations.Of(NumberKey.Challenge, 9, Language.En));

    [Fact]
    public void Of_each_number_of_a_reading_is_there()
    {
        var reading = Reading.Of(new Person("Trần Thị Mỹ Duyên", new DateOnly(1979, 9, 21)), new DateOnly(2026, 11, 22)).Complete();

        foreach (var number in reading.Numbers) Explanations.Of(number, Language.Vi).Meaning.ShouldNotBeEmpty();
        reading.Numbers.Select(number => Explanations.Of(number, Language.Vi).Title).First().ShouldBe("Người trực giác");
    }

    private static IEnumerable<(string What, Explanation Text)> All() =>
    [
        .. from language in Languages
           from key in NumberKeys.All
           from value in key.Values()
           select ($"{language} {key} {value}", Explanations.Of(key, value, language)),
        .. from language in Languages
           from arrow in ArrowKeys.All
           select ($"{language} {arrow}", Explanations.Of(arrow, language)),
    ];

    [GeneratedRegex("""[.!?]["”]?(\s|$)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentences();
}
