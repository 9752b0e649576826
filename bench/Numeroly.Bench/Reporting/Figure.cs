using Numeroly.Bench.Measuring;

namespace Numeroly.Bench.Reporting;

/// <summary>Figures as people read them: three digits that count.</summary>
internal static class Figure
{
    public static string Of(Spread spread)
    {
        var (least, median, most) = (Of(spread.Min), Of(spread.Median), Of(spread.Max));
        return least == most ? median : $"{median} ({least} – {most})";
    }

    public static string Of(double? figure) => figure switch
    {
        null => "unknown",
        { } value when Math.Abs(value) >= 100 || value == Math.Truncate(value) => $"{value:0}",
        { } value when Math.Abs(value) >= 10 => $"{value:0.0}",
        _ => $"{figure:0.00}",
    };
}
