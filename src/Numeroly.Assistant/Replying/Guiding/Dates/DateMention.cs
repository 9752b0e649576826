namespace Numeroly.Assistant.Replying.Guiding.Dates;

/// <summary>A date, or what was said of one.</summary>
/// <param name="Start">Index of its first word.</param>
/// <param name="End">Index of the first word after it.</param>
/// <param name="MayBeSwapped">Written in figures, so that in English day and month may have been meant the other way round.</param>
/// <param name="HasMarkedYear">The year was called a year, or said in full.</param>
internal sealed record DateMention(int? Day, int? Month, int? Year, int Start, int End, bool MayBeSwapped = false, bool HasMarkedYear = false)
{
    public bool IsComplete => Day is not null && Month is not null && Year is not null;

    public int Parts => (Day is null ? 0 : 1) + (Month is null ? 0 : 1) + (Year is null ? 0 : 1);

    public DateMention Swapped => this with { Day = Month, Month = Day, MayBeSwapped = false };

    /// <summary>These parts, and the other's where these say nothing.</summary>
    public DateMention Over(DateMention other) => this with { Day = Day ?? other.Day, Month = Month ?? other.Month, Year = Year ?? other.Year, MayBeSwapped = MayBeSwapped || other.MayBeSwapped };

    public static DateMention Of(DateOnly date) => new(date.Day, date.Month, date.Year, 0, 0);
}
