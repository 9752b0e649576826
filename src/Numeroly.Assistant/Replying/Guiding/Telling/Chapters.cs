using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Assistant.Replying.Guiding.Wording;
using Numeroly.Numerology;
using Numeroly.Numerology.Charting;
using Numeroly.Numerology.Explaining;
using Language = Numeroly.Events.Conversations.Language;

namespace Numeroly.Assistant.Replying.Guiding.Telling;

/// <summary>What there is to tell of each subject, in the order it is told.</summary>
internal sealed class Chapters(Reading? reading, Someone who, Language language, Func<string, IReadOnlyList<(string Place, string Value)>, string> say)
{
    private readonly Numerology.Explaining.Language _texts = language == Language.Vi ? Numerology.Explaining.Language.Vi : Numerology.Explaining.Language.En;

    /// <returns>Empty when the person has none, or when too little is known.</returns>
    public ImmutableArray<Chapter> Of(Subject subject) => subject switch
    {
        Subject.LifePath => One(reading?.Birth?.LifePath),
        Subject.Birthday => One(reading?.Birth?.Birthday),
        Subject.Attitude => One(reading?.Birth?.Attitude),
        Subject.Expression => One(reading?.Name?.Expression),
        Subject.SoulUrge => One(reading?.Name?.SoulUrge),
        Subject.Personality => One(reading?.Name?.Personality),
        Subject.Maturity => One(reading?.Joint?.Maturity),
        Subject.RationalThought => One(reading?.Joint?.RationalThought),
        Subject.BridgeLifeExpression => One(reading?.Joint?.BridgeLifeExpression),
        Subject.BridgeSoulPersonality => One(reading?.Joint?.BridgeSoulPersonality),
        Subject.Balance => One(reading?.Name?.Balance),
        Subject.SubconsciousSelf => One(reading?.Name?.SubconsciousSelf),
        Subject.MissingNumbers => Several(reading?.Name?.Missing, "open.missing", "open.missing.several"),
        Subject.HiddenPassion => Several(reading?.Name?.HiddenPassions, "open.passion", "open.passion.several"),
        Subject.Cornerstone => Letter(NumberKey.Cornerstone),
        Subject.FirstVowel => Letter(NumberKey.FirstVowel),
        Subject.Capstone => Letter(NumberKey.Capstone),
        Subject.KarmicDebts => Several(reading?.KarmicDebts.Select(debt => debt.Number), "open.debt", "open.debt.several"),
        Subject.IsolatedNumbers => Several(reading?.Birth?.Chart.Isolated, "open.isolated", "open.isolated"),
        Subject.UniversalYear => One(reading?.Birth?.Cycles.UniversalYear, "open.universal"),
        Subject.PersonalYear or Subject.NextYear => One(reading?.Birth?.Cycles.Year, subject == Subject.NextYear ? "open.next_year" : "open.year"),
        Subject.PersonalMonth or Subject.NextMonth => One(reading?.Birth?.Cycles.Month, subject == Subject.NextMonth ? "open.next_month" : "open.month"),
        Subject.PersonalDay => One(reading?.Birth?.Cycles.Day, "open.day"),
        Subject.Tomorrow => [.. One(reading?.Birth?.Cycles.Day, "open.tomorrow").Select(AboutTomorrow)],
        Subject.Peaks => Peaks(),
        Subject.Challenges => Challenges(),
        Subject.BirthChart => Chart(reading?.Birth?.Chart, "open.birth_chart"),
        Subject.NameChart => Chart(reading?.Name?.Chart, "open.name_chart"),
        Subject.CombinedChart => Chart(reading?.Joint?.CombinedChart, "open.combined_chart"),
        Subject.Arrows => [.. (reading?.Birth?.Chart.Arrows ?? []).Select(arrow => Of(arrow, "open.arrow"))],
        _ => [],
    };

    /// <summary>Of one value, whoever has it.</summary>
    public Chapter OfValue(NumberKey key, int value)
    {
        var told = Explanations.Of(key, value, _texts);
        var display = Number.Of(key, value, NumerologySystem.Phillips).Display;
        return From(told, say("open.value", Places(told, display)), [], display);
    }

    private ImmutableArray<Chapter> One(Number? number, string key = "open.number") => number is null ? [] : [Of(number, key)];

    private ImmutableArray<Chapter> Several(IEnumerable<Number>? numbers, string one, string several)
    {
        var all = (numbers ?? []).ToList();
        var values = Spoken.List([.. all.Select(number => Spoken.Number(number.Display, language))], language);
        return [.. all.Select((number, index) => Of(number, all.Count > 1 && index == 0 ? several : one, ("values", values)))];
    }

    private ImmutableArray<Chapter> Letter(NumberKey key) => [.. (reading?.Name?.Letters ?? []).Where(letter => letter.Key == key).Select(letter => Of(letter, "open.letter", ("digit", $"{letter.Value}")))];

    private ImmutableArray<Chapter> Peaks()
    {
        if (reading?.Birth is not { } birth) return [];
        var age = reading.On.Year - birth.Date.Year;
        var all = birth.Peaks;
        var now = all.LastOrDefault(peak => peak.Age <= age);
        var values = Spoken.List([.. all.Select(peak => $"{peak.Number.Display}")], language);
        var ages = Spoken.List([.. all.Select(peak => $"{peak.Age}")], language);
        var ordered = all.Skip(Math.Max(now?.Index - 1 ?? 0, 0)).Concat(all.Take(Math.Max(now?.Index - 1 ?? 0, 0))).ToList();
        return
        [
            .. ordered.Select((peak, index) => Of(
                peak.Number,
                index > 0 ? "open.peak.other" : now is null ? "open.peak.ahead" : "open.peak.now",
                ("values", values), ("ages", ages), ("age", $"{peak.Age}"), ("year", $"{peak.Year}"), ("order", Spoken.Small(say($"order.{peak.Index}", []))))),
        ];
    }

    private ImmutableArray<Chapter> Challenges()
    {
        if (reading?.Birth?.Challenges is not { Length: 4 } all) return [];
        var values = Spoken.List([.. all.Select(challenge => $"{challenge.Number.Display}")], language);
        return
        [
            Of(all[2].Number, "open.challenge.main", ("values", values)),
            .. all.Where(challenge => challenge.Index != 3 && challenge.Number.Value != all[2].Number.Value).DistinctBy(challenge => challenge.Number.Value)
                .Select(challenge => Of(challenge.Number, "open.challenge.other", ("order", Spoken.Small(say($"order.{challenge.Index}", []))))),
        ];
    }

    private ImmutableArray<Chapter> Chart(Chart? chart, string key)
    {
        if (chart is null) return [];
        var digits = Enumerable.Range(1, 9).Where(digit => chart.Counts[digit - 1] > 0)
            .Select(digit => say(chart.Counts[digit - 1] == 1 ? "chart.once" : "chart.often", [("count", CountOf(chart.Counts[digit - 1])), ("digit", $"{digit}")])).ToList();
        var absent = Enumerable.Range(1, 9).Where(digit => chart.Counts[digit - 1] == 0).Select(digit => $"{digit}").ToList();
        var opening = say(key, [("of", who.Of), ("Of", Spoken.Capital(who.Of)), ("digits", Spoken.Small(Spoken.List([.. digits.Select(Spoken.Small)], language))), ("absent", Spoken.List(absent, language))]);
        var arrows = chart.Arrows.Select(arrow => Of(arrow, "open.arrow")).ToList();
        if (arrows.Count == 0) return [new(opening, new("", "", "", []), [say("chart.no_arrow", [])], [], "")];
        return [arrows[0] with { Opening = $"{opening} {arrows[0].Opening}" }, .. arrows[1..]];
    }

    // The texts of the personal day speak of today.
    private static Chapter AboutTomorrow(Chapter chapter) =>
        chapter with { Paragraphs = [.. chapter.Paragraphs.Select(text => text.Replace("hôm nay", "ngày mai").Replace("Hôm nay", "Ngày mai").Replace("today", "tomorrow").Replace("Today", "Tomorrow"))] };

    private string CountOf(int count) => count switch
    {
        1 => "",
        <= 9 => Spoken.Small(say($"count.{count}", [])),
        _ => language == Language.Vi ? $"{count}" : $"{count} times",
    };

    private Chapter Of(Arrow arrow, string key)
    {
        var told = Explanations.Of(arrow.Key, _texts);
        return From(told, say(key, Places(told, "")), [], "");
    }

    private Chapter Of(Number number, string key, params (string, string)[] more)
    {
        var told = Explanations.Of(number, _texts);
        return From(told, say(key, [.. Places(told, number.Display), .. more]), number.Working, number.Display);
    }

    private (string, string)[] Places(Explanation told, string display) =>
    [
        ("name", NameOf(told)), ("Name", Spoken.Capital(NameOf(told))), ("title", Spoken.Small(told.Title)), ("value", Spoken.Number(display, language)),
        ("of", who.Of), ("Of", Spoken.Capital(who.Of)), ("called", who.Called), ("Called", Spoken.Capital(who.Called)), ("calendar", $"{reading?.On.Year}"),
        ("month", language == Language.Vi ? $"{reading?.On.Month}" : Dates.SpokenDate.MonthOf(reading?.On.Month ?? 1)),
    ];

    // English readers of Phillips say ruling number; everybody else asks for the life path.
    private static string NameOf(Explanation told) => told.Name == "Ruling number" ? "life path" : Spoken.Small(told.Name);

    private Chapter From(Explanation told, string opening, ImmutableArray<string> working, string value) => new(
        opening,
        told,
        [.. told.Meaning.Prepend(told.Summary).Select(paragraph => Spoken.Paragraph(who.IsSelf ? paragraph : SpokenOfOthers.Of(paragraph, who, language), language))],
        working,
        value);
}
