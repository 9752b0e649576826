namespace Numeroly.Numerology;

/// <summary>Why there is no reading.</summary>
/// <param name="Detail">One English sentence for the one who asked.</param>
public sealed record Refusal(RefusalKind Kind, string Detail);

public enum RefusalKind
{
    /// <summary>Neither name nor birth date was given.</summary>
    NothingToRead,

    /// <summary>The name has no letter of the Latin alphabet.</summary>
    NameWithoutLetters,

    /// <summary>The calendar has no such day: 31 April, 29 February in a common year.</summary>
    NoSuchDate,

    /// <summary>The year is not in 1000..2999; a year of two digits has to be asked for again.</summary>
    YearOutOfRange,

    /// <summary>The birth date is after the day the reading is for.</summary>
    BornLater,
}
