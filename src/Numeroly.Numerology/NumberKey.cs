using System.Collections.Immutable;
using System.Text;

namespace Numeroly.Numerology;

/// <summary>What a number is of. In JSON and file names in snake_case, by <see cref="NumberKeys"/>.</summary>
public enum NumberKey
{
    /// <summary>The main number of the birth date by the chosen method: số chủ đạo by Phillips, else số đường đời.</summary>
    LifePath,

    /// <summary>The same by the other of the two methods people know.</summary>
    OtherLifePath,
    Birthday,
    Attitude,
    Expression,
    SoulUrge,
    Personality,
    Maturity,
    Balance,
    MissingNumber,
    HiddenPassion,
    SubconsciousSelf,
    RationalThought,
    BridgeLifeExpression,
    BridgeSoulPersonality,
    Cornerstone,
    FirstVowel,
    Capstone,
    KarmicDebt,
    IsolatedNumber,
    Peak,
    Challenge,
    UniversalYear,
    PersonalYear,
    PersonalMonth,
    PersonalDay,
}

/// <summary>What is known of each key by itself.</summary>
public static class NumberKeys
{
    private static readonly ImmutableArray<int> Digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    private static readonly ImmutableArray<int> WithMasters = [.. Digits, 11, 22, 33];
    private static readonly ImmutableArray<int> WithTenAndMasters = [.. Digits, 10, 11, 22, 33];

    public static ImmutableArray<NumberKey> All { get; } = [.. Enum.GetValues<NumberKey>()];

    public static string Text(this NumberKey key) => SnakeCase(key.ToString());

    public static string Text(this NumberGroup group) => SnakeCase(group.ToString());

    public static string Text(this NumerologySystem system) => SnakeCase(system.ToString());

    public static NumberGroup Group(this NumberKey key) => key switch
    {
        NumberKey.LifePath or NumberKey.OtherLifePath or NumberKey.Birthday or NumberKey.Attitude => NumberGroup.Core,
        NumberKey.Expression or NumberKey.SoulUrge or NumberKey.Personality => NumberGroup.Core,
        NumberKey.Balance or NumberKey.MissingNumber or NumberKey.HiddenPassion or NumberKey.SubconsciousSelf => NumberGroup.Name,
        NumberKey.Cornerstone or NumberKey.FirstVowel or NumberKey.Capstone => NumberGroup.Name,
        NumberKey.IsolatedNumber => NumberGroup.Chart,
        NumberKey.Peak => NumberGroup.Peak,
        NumberKey.Challenge => NumberGroup.Challenge,
        NumberKey.UniversalYear or NumberKey.PersonalYear or NumberKey.PersonalMonth or NumberKey.PersonalDay => NumberGroup.Cycle,
        _ => NumberGroup.Derived,
    };

    /// <summary>Every value the number can take in any variant.</summary>
    public static ImmutableArray<int> Values(this NumberKey key) => key switch
    {
        NumberKey.LifePath or NumberKey.OtherLifePath or NumberKey.Expression or NumberKey.Peak => WithTenAndMasters,
        NumberKey.SoulUrge or NumberKey.Personality => [0, .. WithTenAndMasters],
        NumberKey.Birthday => [.. Digits, 10, 11, 22],
        NumberKey.Attitude or NumberKey.PersonalYear or NumberKey.PersonalMonth or NumberKey.PersonalDay => [.. Digits, 11, 22],
        NumberKey.Maturity or NumberKey.Balance or NumberKey.RationalThought => WithMasters,
        NumberKey.BridgeLifeExpression or NumberKey.BridgeSoulPersonality => [0, .. Digits],
        NumberKey.Challenge => [0, 1, 2, 3, 4, 5, 6, 7, 8],
        NumberKey.FirstVowel => [1, 3, 5, 6, 7, 9],
        NumberKey.KarmicDebt => [13, 14, 16, 19],
        NumberKey.IsolatedNumber => [1, 3, 7, 9],
        _ => Digits,
    };

    internal static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
