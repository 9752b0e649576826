using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Dates;

/// <summary>A date as it is spoken.</summary>
internal static class SpokenDate
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string Of(DateOnly date, Language language) =>
        language == Language.Vi ? $"ngày {date.Day} tháng {date.Month} năm {date.Year}" : $"{MonthOf(date.Month)} {date.Day}, {date.Year}";

    public static string MonthOf(int month) => Months[month - 1];

    /// <summary>Day and month, and the year when it is known.</summary>
    public static string Of(DateMention said, Language language)
    {
        var (day, month) = (said.Day ?? 1, said.Month ?? 1);
        var named = month is >= 1 and <= 12 ? MonthOf(month) : $"month {month}";
        return (said.Year, language) switch
        {
            ({ } year, Language.Vi) => $"ngày {day} tháng {month} năm {year}",
            ({ } year, _) => $"{named} {day}, {year}",
            (_, Language.Vi) => $"ngày {day} tháng {month}",
            _ => $"{named} {day}",
        };
    }
}
