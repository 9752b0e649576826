using Numeroly.Numerology.Births;
using Numeroly.Numerology.Charting;
using Numeroly.Numerology.Names;

namespace Numeroly.Numerology.Deriving;

/// <summary>What needs both the name and the birth date.</summary>
/// <param name="CombinedChart">Name and birth date on one grid; its arrows are not those of the birth chart.</param>
public sealed record JointNumbers(
    Number Maturity,
    Number RationalThought,
    Number BridgeLifeExpression,
    Number BridgeSoulPersonality,
    Chart CombinedChart)
{
    public IEnumerable<Number> Numbers => [Maturity, RationalThought, BridgeLifeExpression, BridgeSoulPersonality];

    internal static JointNumbers Of(BirthNumbers birth, NameNumbers name, ReadingOptions options) => new(
        Deriving.Maturity.Of(birth.LifePath, name.Expression, options.Maturity),
        Deriving.RationalThought.Of(name.GivenName, birth.Date, options.RationalThoughtKeepsMasters),
        Bridge.Of(NumberKey.BridgeLifeExpression, birth.LifePath, name.Expression, options.Bridge),
        Bridge.Of(NumberKey.BridgeSoulPersonality, name.SoulUrge, name.Personality, options.Bridge),
        Chart.Combined(birth.Date, name.ChartedName));
}
