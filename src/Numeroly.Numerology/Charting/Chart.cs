using System.Collections.Immutable;
using Numeroly.Numerology.Names;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Charting;

/// <summary>Which name is put on the grid.</summary>
public enum ChartName
{
    /// <summary>The name in daily use, as Phillips does; the given name when no other is known.</summary>
    Daily,

    Full,
}

/// <summary>Phillips' grid: 3 6 9 the mind, 2 5 8 the soul, 1 4 7 the body, each digit as often as it occurs.</summary>
/// <param name="Counts">Nine; index 0 is the digit 1.</param>
/// <param name="Arrows">Full ones first.</param>
/// <param name="Isolated">Corners whose neighbours are all absent.</param>
public sealed record Chart(ImmutableArray<int> Counts, ImmutableArray<Arrow> Arrows, ImmutableArray<Number> Isolated)
{
    private static readonly ImmutableArray<(int Corner, ImmutableArray<int> Neighbours)> Corners =
    [
        (1, [2, 4, 5]),
        (3, [2, 5, 6]),
        (7, [4, 5, 8]),
        (9, [5, 6, 8]),
    ];

    /// <summary>Of the non-zero digits of day, month and four-digit year.</summary>
    public static Chart OfDate(DateOnly birthDate) => Of(CountsOf(birthDate), emptyPlanner: false);

    /// <summary>Of the letter values of a name.</summary>
    public static Chart OfName(PersonName name, bool emptyPlanner) => Of(name.DigitCounts(), emptyPlanner);

    /// <summary>Of both together.</summary>
    public static Chart Combined(DateOnly birthDate, PersonName name) =>
        Of([.. CountsOf(birthDate).Zip(name.DigitCounts(), (date, letters) => date + letters)], emptyPlanner: false);

    private static Chart Of(ImmutableArray<int> counts, bool emptyPlanner) => new(
        counts,
        Arrow.In(counts, emptyPlanner),
        [
            .. Corners
                .Where(corner => counts[corner.Corner - 1] > 0 && corner.Neighbours.All(digit => counts[digit - 1] == 0))
                .Select(corner => Number.Of(NumberKey.IsolatedNumber, corner.Corner, NumerologySystem.Phillips)),
        ]);

    private static ImmutableArray<int> CountsOf(DateOnly birthDate)
    {
        var digits = new[] { birthDate.Day, birthDate.Month, birthDate.Year }.SelectMany(Reduction.Digits).ToList();
        return [.. Enumerable.Range(1, 9).Select(digit => digits.Count(found => found == digit))];
    }
}
