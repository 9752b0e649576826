using Numeroly.Numerology;
using Numeroly.Numerology.Charting;
using Numeroly.Numerology.Explaining;
using Numeroly.Numerology.Peaking;
using Language = Numeroly.Events.Conversations.Language;
using Reading = Numeroly.Numerology.Reading;

namespace Numeroly.Api.Numbers;

/// <summary>Shows a reading in words of one language.</summary>
public sealed class Showing(Language language)
{
    private readonly Numerology.Explaining.Language _words = language == Language.En ? Numerology.Explaining.Language.En : Numerology.Explaining.Language.Vi;

    public NumbersView Of(Reading reading, IReadOnlyList<NumberVariant> variants) => new(
        language,
        reading.Person.Name,
        reading.Person.BirthDate,
        reading.On,
        variants,
        [.. reading.Numbers.Select(Of)],
        reading.Person.BirthDate is { } born ? LifePathDifference.Of(born, _words).Paragraphs : [],
        reading.Birth is { } birth ? Of(birth.Chart) : null,
        reading.Name is { } name ? Of(name.Chart) : null,
        reading.Joint is { } both ? Of(both.CombinedChart) : null,
        [.. reading.Birth?.Peaks.Select(Of) ?? []],
        [.. reading.Birth?.Challenges.Select(challenge => Of(challenge.Number)) ?? []],
        reading.Birth?.Cycles is { } cycles ? new CyclesView(Of(cycles.UniversalYear), Of(cycles.Year), Of(cycles.Month), Of(cycles.Day)) : null);

    private NumberView Of(Number number)
    {
        var said = Explanations.Of(number, _words);
        return new(number.Key, number.Group, said.Name, number.Value, number.Display, said.Title, said.Summary, said.Meaning, number.Working, number.System);
    }

    private ChartView Of(Chart chart) => new(
        [.. chart.Counts.Select((count, index) => new CellView(index + 1, count))],
        [.. chart.Arrows.Select(Of)],
        [.. chart.Isolated.Select(number => number.Value)],
        [.. chart.Isolated.Select(Of)]);

    private ArrowView Of(Arrow arrow)
    {
        var said = Explanations.Of(arrow.Key, _words);
        return new(arrow.Key, arrow.Line, arrow.IsFull ? ArrowKind.Full : ArrowKind.Empty, said.Title, string.Join(' ', [said.Summary, .. said.Meaning]));
    }

    private PeakView Of(Peak peak)
    {
        var said = Explanations.Of(peak.Number, _words);
        return new(
            peak.Index,
            peak.Number.Value,
            peak.Number.Display,
            peak.Age,
            peak.UntilAge,
            peak.Year,
            said.Title,
            string.Join("\n\n", [said.Summary, .. said.Meaning]),
            peak.Number.Working,
            peak.Number.System);
    }
}
