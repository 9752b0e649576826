using System.Collections.Immutable;

namespace Numeroly.Numerology.Charting;

/// <summary>A line of three digits that is full, or empty, in a chart. Names after Phillips.</summary>
public sealed record Arrow(ArrowKey Key)
{
    private static readonly ImmutableArray<(ArrowKey Full, ArrowKey Empty, ImmutableArray<int> Line)> Lines =
    [
        (ArrowKey.Planner, ArrowKey.Unplanned, [1, 2, 3]),
        (ArrowKey.Will, ArrowKey.Frustration, [4, 5, 6]),
        (ArrowKey.Activity, ArrowKey.Passivity, [7, 8, 9]),
        (ArrowKey.Practicality, ArrowKey.Disorder, [1, 4, 7]),
        (ArrowKey.EmotionalBalance, ArrowKey.Hypersensitivity, [2, 5, 8]),
        (ArrowKey.Intellect, ArrowKey.PoorMemory, [3, 6, 9]),
        (ArrowKey.Determination, ArrowKey.Procrastination, [1, 5, 9]),
        (ArrowKey.Spirituality, ArrowKey.Enquirer, [3, 5, 7]),
    ];

    public ImmutableArray<int> Line => Lines.First(line => line.Full == Key || line.Empty == Key).Line;

    public bool IsFull => Lines.Any(line => line.Full == Key);

    /// <summary>The arrows of nine counts.</summary>
    public static ImmutableArray<Arrow> In(ImmutableArray<int> counts, bool emptyPlanner) =>
    [
        .. Lines.Where(line => line.Line.All(digit => counts[digit - 1] > 0)).Select(line => new Arrow(line.Full)),
        .. Lines.Where(line => line.Line.All(digit => counts[digit - 1] == 0))
            .Where(line => emptyPlanner || line.Empty != ArrowKey.Unplanned)
            .Select(line => new Arrow(line.Empty)),
    ];
}

public enum ArrowKey
{
    Planner,
    Will,
    Activity,
    Practicality,
    EmotionalBalance,
    Intellect,
    Determination,
    Spirituality,

    /// <summary>1-2-3 empty: not one of Phillips' fifteen, and impossible for a date of the years 1000 to 2999.</summary>
    Unplanned,
    Frustration,
    Passivity,
    Disorder,
    Hypersensitivity,
    PoorMemory,
    Procrastination,

    /// <summary>3-5-7 empty; scepticism in older editions.</summary>
    Enquirer,
}

/// <summary>What is known of each arrow by itself.</summary>
public static class ArrowKeys
{
    public static ImmutableArray<ArrowKey> All { get; } = [.. Enum.GetValues<ArrowKey>()];

    /// <summary>In snake_case.</summary>
    public static string Text(this ArrowKey key) => NumberKeys.SnakeCase(key.ToString());
}
