using System.Collections.Immutable;
using Numeroly.Numerology.Births;
using Numeroly.Numerology.Names;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Deriving;

/// <summary>
/// 13, 14, 16 and 19 met on the way to a core number: in the component total of the birth date (also when the main number
/// is Phillips'), in the totals of expression, soul urge and personality, and as the day of birth. Totals of single words
/// or of the year do not count. Phillips himself uses no karmic debts.
/// </summary>
public static class KarmicDebts
{
    /// <param name="Sources">The numbers it was met in.</param>
    public sealed record Debt(Number Number, ImmutableArray<NumberKey> Sources);

    public static ImmutableArray<Debt> Of(DateOnly? birthDate, ImmutableArray<CoreNameNumber> names, bool inAttitude)
    {
        var met = names.SelectMany(name => In(name.Number.Key, name.Total, name.Number.Working[^1])).ToList();
        if (birthDate is { } date)
        {
            var lifePath = LifePath.ComponentTotal(date);
            met.InsertRange(0, In(NumberKey.LifePath, lifePath.Total, lifePath.Line));
            if (KarmicDebtOf(date.Day) is not null) met.Add(new(date.Day, NumberKey.Birthday, $"{date.Day}"));
            var attitude = Attitude.Total(date, Reduction.Root);
            if (inAttitude) met.AddRange(In(NumberKey.Attitude, attitude.Total, attitude.Line));
        }

        return
        [
            .. met.GroupBy(found => found.Debt).OrderBy(group => group.Key).Select(group => new Debt(
                Number.Of(NumberKey.KarmicDebt, group.Key, NumerologySystem.Pythagorean, [.. group.Select(found => found.Line).Distinct()]),
                [.. group.Select(found => found.Source).Distinct()])),
        ];
    }

    private static IEnumerable<(int Debt, NumberKey Source, string Line)> In(NumberKey source, int total, string line) =>
        Reduction.Master.Chain(total).Select(KarmicDebtOf).OfType<int>().Select(debt => (debt, source, line));

    private static int? KarmicDebtOf(int number) => number is 13 or 14 or 16 or 19 ? number : null;
}
