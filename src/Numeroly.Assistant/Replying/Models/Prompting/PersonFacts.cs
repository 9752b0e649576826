using Numeroly.Numerology;
using Numeroly.Numerology.Charting;
using Numeroly.Numerology.Explaining;
using Numeroly.Numerology.Peaking;
using Language = Numeroly.Events.Conversations.Language;
using Numbers = Numeroly.Numerology.Reading;
using PersonReading = Numeroly.Events.Conversations.Reading;
using TextLanguage = Numeroly.Numerology.Explaining.Language;

namespace Numeroly.Assistant.Replying.Models.Prompting;

/// <summary>A person's numbers as lines a model can rely on, each with how it comes about.</summary>
internal static class PersonFacts
{
    private const int LongestName = 100;

    public static string Of(PersonReading? reading, DateOnly today, Language language)
    {
        var isVietnamese = language == Language.Vi;
        if (reading is null || (reading.Name is null && reading.BirthDate is null))
            return isVietnamese ? "Chưa biết gì về người này: hãy hỏi họ tên và ngày sinh." : "Nothing is known of this person yet: ask for their name and birth date.";
        return Numbers.Of(new Person(reading.Name, reading.BirthDate), today) switch
        {
            ReadingOutcome.Complete complete => Of(complete.Reading, language),
            ReadingOutcome.Refused refused => isVietnamese
                ? $"Chưa tính được số của người này ({refused.Refusal.Kind}): hãy hỏi lại."
                : $"The numbers of this person cannot be counted ({refused.Refusal.Kind}): ask again.",
            _ => throw new InvalidOperationException("A reading is complete or refused."),
        };
    }

    /// <summary>All there is to tell, one number a line.</summary>
    public static string Of(Numbers reading, Language language) => string.Join('\n', [Whom(reading, language), .. Lines(reading, Texts(language))]);

    public static string Line(Number number, TextLanguage language)
    {
        var explanation = Explanations.Of(number, language);
        return $"- {number.Key.Text()}: {explanation.Name} {number.Display}, {explanation.Title}. {explanation.Summary}{Working(number)}";
    }

    public static TextLanguage Texts(Language language) => language == Language.Vi ? TextLanguage.Vi : TextLanguage.En;

    private static string Whom(Numbers reading, Language language)
    {
        var name = reading.Person.Name is { } known ? PlainText.Of(known, LongestName) : null;
        return language == Language.Vi
            ? $"Người ấy tên: {name ?? "chưa biết, hãy hỏi"}. Ngày sinh: {(reading.Person.BirthDate is { } born ? $"{born:dd/MM/yyyy}" : "chưa biết, hãy hỏi")}. Các con số:"
            : $"The person's name: {name ?? "not known yet, ask"}. Birth date: {(reading.Person.BirthDate is { } date ? $"{date:d MMMM yyyy}" : "not known yet, ask")}. Their numbers:";
    }

    private static IEnumerable<string> Lines(Numbers reading, TextLanguage language)
    {
        foreach (var number in reading.Numbers)
            yield return Line(number, language);
        if (reading.Birth is not { } birth) yield break;
        foreach (var cycle in (Number[])[birth.Cycles.UniversalYear, birth.Cycles.Year, birth.Cycles.Month, birth.Cycles.Day])
            yield return Line(cycle, language);
        foreach (var peak in birth.Peaks)
            yield return PeakLine(peak, language);
        foreach (var arrow in birth.Chart.Arrows)
            yield return ArrowLine(arrow, language);
    }

    private static string PeakLine(Peak peak, TextLanguage language) => language == TextLanguage.Vi
        ? $"- peak: đỉnh cao thứ {peak.Index}, số {peak.Number.Display}, lúc {peak.Age} tuổi, năm {peak.Year}{Working(peak.Number)}"
        : $"- peak: number {peak.Index} of four, {peak.Number.Display}, at the age of {peak.Age}, in {peak.Year}{Working(peak.Number)}";

    private static string ArrowLine(Arrow arrow, TextLanguage language)
    {
        var (explanation, line) = (Explanations.Of(arrow.Key, language), string.Join('-', arrow.Line));
        var held = (language, arrow.IsFull) switch
        {
            (TextLanguage.Vi, true) => "ngày sinh có đủ ba số",
            (TextLanguage.Vi, false) => "ngày sinh không có số nào trong ba số",
            (_, true) => "the birth date has all three",
            (_, false) => "the birth date has none of the three",
        };
        return $"- {explanation.Name} {line} ({held}): {explanation.Title}. {explanation.Summary}";
    }

    private static string Working(Number number) => number.Working.IsDefaultOrEmpty ? string.Empty : $" ({string.Join("; ", number.Working)})";
}
