using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Numerology;

namespace Numeroly.Assistant.Replying.Guiding.Telling;

/// <summary>What has to be known to tell of a subject.</summary>
internal static class Needs
{
    public static bool Name(Subject subject) => subject is Subject.Expression or Subject.SoulUrge or Subject.Personality or Subject.Maturity or Subject.HiddenPassion
        or Subject.MissingNumbers or Subject.Balance or Subject.SubconsciousSelf or Subject.RationalThought or Subject.BridgeLifeExpression or Subject.BridgeSoulPersonality
        or Subject.Cornerstone or Subject.FirstVowel or Subject.Capstone or Subject.NameChart or Subject.CombinedChart;

    public static bool BirthDate(Subject subject) => subject is Subject.LifePath or Subject.Birthday or Subject.Attitude or Subject.PersonalYear or Subject.PersonalMonth
        or Subject.PersonalDay or Subject.BirthChart or Subject.Arrows or Subject.Peaks or Subject.Challenges or Subject.IsolatedNumbers or Subject.NextYear or Subject.NextMonth
        or Subject.Tomorrow or Subject.Maturity or Subject.RationalThought or Subject.BridgeLifeExpression or Subject.BridgeSoulPersonality or Subject.CombinedChart;

    /// <summary>The key of a subject that is one number.</summary>
    public static NumberKey? Key(Subject subject) => subject switch
    {
        Subject.LifePath => NumberKey.LifePath,
        Subject.Birthday => NumberKey.Birthday,
        Subject.Attitude => NumberKey.Attitude,
        Subject.Expression => NumberKey.Expression,
        Subject.SoulUrge => NumberKey.SoulUrge,
        Subject.Personality => NumberKey.Personality,
        Subject.Maturity => NumberKey.Maturity,
        Subject.Balance => NumberKey.Balance,
        Subject.MissingNumbers => NumberKey.MissingNumber,
        Subject.HiddenPassion => NumberKey.HiddenPassion,
        Subject.SubconsciousSelf => NumberKey.SubconsciousSelf,
        Subject.RationalThought => NumberKey.RationalThought,
        Subject.BridgeLifeExpression => NumberKey.BridgeLifeExpression,
        Subject.BridgeSoulPersonality => NumberKey.BridgeSoulPersonality,
        Subject.Cornerstone => NumberKey.Cornerstone,
        Subject.FirstVowel => NumberKey.FirstVowel,
        Subject.Capstone => NumberKey.Capstone,
        Subject.KarmicDebts => NumberKey.KarmicDebt,
        Subject.IsolatedNumbers => NumberKey.IsolatedNumber,
        Subject.Peaks => NumberKey.Peak,
        Subject.Challenges => NumberKey.Challenge,
        Subject.UniversalYear => NumberKey.UniversalYear,
        Subject.PersonalYear or Subject.NextYear => NumberKey.PersonalYear,
        Subject.PersonalMonth or Subject.NextMonth => NumberKey.PersonalMonth,
        Subject.PersonalDay or Subject.Tomorrow => NumberKey.PersonalDay,
        _ => null,
    };
}
