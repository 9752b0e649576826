namespace Numeroly.Numerology.Peaking;

/// <summary>One of the four great stages.</summary>
/// <param name="Index">1..4.</param>
/// <param name="Age">Phillips: the age at which it is reached. Mainstream: the age at which it starts, 0 for the first.</param>
/// <param name="UntilAge">The last age it covers; null for the fourth.</param>
/// <param name="Year">The calendar year of <paramref name="Age"/>.</param>
public sealed record Peak(int Index, Number Number, int Age, int? UntilAge, int Year);

/// <summary>
/// Both start from 36 less the main number, and mean different things by it: Phillips' first peak is reached at that age,
/// the mainstream's first pinnacle ends at it. Numbers of the one never go with ages of the other.
/// </summary>
public enum PeakMethod
{
    /// <summary>Phillips' pyramids.</summary>
    Phillips,

    /// <summary>Phillips' pyramids, 10 and 11 reduced before they are taken from 36.</summary>
    PhillipsReducedAges,

    /// <summary>Pinnacles as Decoz counts them, master numbers kept.</summary>
    Pinnacles,

    /// <summary>Pinnacles from single digits, 10 kept on the fourth, as a Vietnamese calculator of 23 numbers has them.</summary>
    PinnaclesSingle,
}
