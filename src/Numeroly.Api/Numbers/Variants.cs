using System.Collections.Frozen;
using System.Text.Json;
using Numeroly.Numerology;
using Numeroly.Numerology.Births;
using Numeroly.Numerology.Charting;
using Numeroly.Numerology.Cycling;
using Numeroly.Numerology.Deriving;
using Numeroly.Numerology.Names;
using Numeroly.Numerology.Peaking;

namespace Numeroly.Api.Numbers;

/// <summary>What each variant changes, and its word in addresses and answers.</summary>
public static class Variants
{
    private static readonly FrozenDictionary<string, NumberVariant> Words = Enum.GetValues<NumberVariant>()
        .ToFrozenDictionary(variant => JsonNamingPolicy.SnakeCaseLower.ConvertName(variant.ToString()), StringComparer.Ordinal);

    public static IEnumerable<string> AllWords => Words.Keys.Order(StringComparer.Ordinal);

    /// <summary>The variants of these words; null when one is none.</summary>
    public static IReadOnlyList<NumberVariant>? Read(IEnumerable<string> words)
    {
        var variants = words.Select(word => Words.TryGetValue(word, out var variant) ? variant : (NumberVariant?)null).Distinct().ToList();
        return variants.Contains(null) ? null : [.. variants.Select(variant => variant!.Value).Order()];
    }

    /// <summary>The rules as they are with these variants; null when two are about the same rule.</summary>
    public static ReadingOptions? Apply(IReadOnlyList<NumberVariant> variants)
    {
        if (variants.Select(RuleOf).Distinct().Count() < variants.Count) return null;
        return variants.Aggregate(ReadingOptions.Default, With);
    }

    private static ReadingOptions With(ReadingOptions rules, NumberVariant variant) => variant switch
    {
        NumberVariant.LifePathComponent => rules with { LifePath = LifePathMethod.Component },
        NumberVariant.LifePathComponentWithoutThirtyThree => rules with { LifePath = LifePathMethod.ComponentWithout33 },
        NumberVariant.LifePathComponentSingle => rules with { LifePath = LifePathMethod.ComponentSingle },
        NumberVariant.LifePathAcrossMaster => rules with { LifePath = LifePathMethod.AcrossMaster },
        NumberVariant.LifePathAcrossPlain => rules with { LifePath = LifePathMethod.AcrossPlain },
        NumberVariant.LifePathStacked => rules with { LifePath = LifePathMethod.Stacked },
        NumberVariant.BirthdayMainstream => rules with { Birthday = BirthdayMethod.Mainstream },
        NumberVariant.AttitudeKeepsMasters => rules with { AttitudeKeepsMasters = true },
        NumberVariant.NamesStraight => rules with { Names = NameMethod.Straight },
        NumberVariant.NamesSingleDigitPerWord => rules with { Names = NameMethod.SingleDigitPerWord },
        NumberVariant.NameMastersWithoutThirtyThree => rules with { NameMasters = NameMasters.Without33 },
        NumberVariant.NameMastersNone => rules with { NameMasters = NameMasters.None },
        NumberVariant.NameMastersPhillips => rules with { NameMasters = NameMasters.Phillips },
        NumberVariant.YNever => rules with { Y = YMode.Never },
        NumberVariant.YAlways => rules with { Y = YMode.Always },
        NumberVariant.YInitialOrAfterConsonant => rules with { Y = YMode.InitialOrAfterConsonant },
        NumberVariant.YSpoken => rules with { Y = YMode.Spoken },
        NumberVariant.GivenNameOfTwoWords => rules with { GivenNameWords = 2 },
        NumberVariant.MaturityReducesFirst => rules with { Maturity = MaturityMethod.ReduceFirst },
        NumberVariant.BalanceKeepsMasters => rules with { BalanceKeepsMasters = true },
        NumberVariant.HiddenPassionTwiceOrMore => rules with { HiddenPassion = HiddenPassionMethod.TwiceOrMore },
        NumberVariant.RationalThoughtKeepsMasters => rules with { RationalThoughtKeepsMasters = true },
        NumberVariant.BridgeSubtractsFirst => rules with { Bridge = BridgeMethod.SubtractFirst },
        NumberVariant.CornerstoneOfFirstWord => rules with { Cornerstone = CornerstoneMethod.FirstWord },
        NumberVariant.KarmicDebtInAttitude => rules with { KarmicDebtInAttitude = true },
        NumberVariant.NameChartOfFullName => rules with { ChartName = ChartName.Full },
        NumberVariant.EmptyPlannerArrow => rules with { EmptyPlannerArrow = true },
        NumberVariant.PeaksPhillipsReducedAges => rules with { Peaks = PeakMethod.PhillipsReducedAges },
        NumberVariant.PeaksPinnacles => rules with { Peaks = PeakMethod.Pinnacles },
        NumberVariant.PeaksPinnaclesSingle => rules with { Peaks = PeakMethod.PinnaclesSingle },
        NumberVariant.ChallengesAlways => rules with { Challenges = ChallengeMode.Always },
        NumberVariant.ChallengesNever => rules with { Challenges = ChallengeMode.Never },
        NumberVariant.YearFromBirthday => rules with { YearStart = YearStart.Birthday },
        NumberVariant.CyclesKeepMasters => rules with { CyclesKeepMasters = true },
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "Every variant says what it changes."),
    };

    private static string RuleOf(NumberVariant variant) => variant switch
    {
        <= NumberVariant.LifePathStacked => "life path",
        NumberVariant.NamesStraight or NumberVariant.NamesSingleDigitPerWord => "names",
        NumberVariant.NameMastersWithoutThirtyThree or NumberVariant.NameMastersNone or NumberVariant.NameMastersPhillips => "name masters",
        NumberVariant.YNever or NumberVariant.YAlways or NumberVariant.YInitialOrAfterConsonant or NumberVariant.YSpoken => "y",
        NumberVariant.PeaksPhillipsReducedAges or NumberVariant.PeaksPinnacles or NumberVariant.PeaksPinnaclesSingle => "peaks",
        NumberVariant.ChallengesAlways or NumberVariant.ChallengesNever => "challenges",
        _ => variant.ToString(),
    };
}
