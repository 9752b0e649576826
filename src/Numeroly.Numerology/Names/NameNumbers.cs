using System.Collections.Immutable;
using Numeroly.Numerology.Charting;

namespace Numeroly.Numerology.Names;

/// <summary>What follows from the name alone.</summary>
/// <param name="Totals">Expression, soul urge and personality with the totals they come from.</param>
/// <param name="GivenName">The last word or words of the full name.</param>
/// <param name="ChartedName">The name that <paramref name="Chart"/> was drawn of.</param>
/// <param name="Missing">Digits no letter has; may be empty.</param>
/// <param name="HiddenPassions">May be empty only where digits must occur twice.</param>
/// <param name="Letters">Cornerstone, first vowel unless the given name has none, capstone.</param>
public sealed record NameNumbers(
    PersonName Name,
    PersonName GivenName,
    PersonName ChartedName,
    ImmutableArray<CoreNameNumber> Totals,
    Number Balance,
    ImmutableArray<Number> Missing,
    ImmutableArray<Number> HiddenPassions,
    Number SubconsciousSelf,
    ImmutableArray<Number> Letters,
    Chart Chart)
{
    public Number Expression => Totals[0].Number;

    public Number SoulUrge => Totals[1].Number;

    public Number Personality => Totals[2].Number;

    public IEnumerable<Number> Core => [Expression, SoulUrge, Personality];

    public IEnumerable<Number> Others => [Balance, .. HiddenPassions, .. Missing, SubconsciousSelf, .. Letters];

    internal static NameNumbers Of(PersonName name, PersonName daily, ReadingOptions options)
    {
        var given = name.GivenName(options.GivenNameWords);
        var charted = options.ChartName == ChartName.Daily ? daily : name;
        var counted = options.NameMasters == NameMasters.Phillips ? daily : name;
        NumberKey[] core = [NumberKey.Expression, NumberKey.SoulUrge, NumberKey.Personality];
        return new(
            name,
            given,
            charted,
            [.. core.Select(key => CoreNameNumbers.Of(key, counted, options.Names, options.NameMasters))],
            Names.Balance.Of(name, options.BalanceKeepsMasters),
            DigitsOfTheName.Missing(name),
            DigitsOfTheName.HiddenPassions(name, options.HiddenPassion),
            DigitsOfTheName.SubconsciousSelf(name),
            NotableLetters.Of(name, given, options.Cornerstone),
            Chart.OfName(charted, options.EmptyPlannerArrow));
    }
}
