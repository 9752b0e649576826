using System.Collections.Immutable;
using Numeroly.Numerology.Births;
using Numeroly.Numerology.Charting;
using Numeroly.Numerology.Cycling;
using Numeroly.Numerology.Deriving;
using Numeroly.Numerology.Names;
using Numeroly.Numerology.Peaking;

namespace Numeroly.Numerology;

/// <summary>Which variant of each rule to follow. What is not said is what most people in Vietnam expect.</summary>
public sealed record ReadingOptions
{
    public static ReadingOptions Default { get; } = new();

    public LifePathMethod LifePath { get; init; } = LifePathMethod.Phillips;

    public BirthdayMethod Birthday { get; init; } = BirthdayMethod.Phillips;

    /// <summary>11 and 22 are kept in the attitude number.</summary>
    public bool AttitudeKeepsMasters { get; init; }

    public NameMethod Names { get; init; } = NameMethod.PerWord;

    public NameMasters NameMasters { get; init; } = NameMasters.All;

    public YMode Y { get; init; } = YMode.Syllable;

    /// <summary>Whether single letters Y and W of the full name are vowels, where <see cref="Y"/> is wrong, as in foreign names.</summary>
    public ImmutableDictionary<LetterPosition, bool> VowelOverrides { get; init; } = ImmutableDictionary<LetterPosition, bool>.Empty;

    /// <summary>How many words at the end of the name are the given name: 2 for a double one such as Minh Anh.</summary>
    public int GivenNameWords { get; init; } = 1;

    public MaturityMethod Maturity { get; init; } = MaturityMethod.KeepMasters;

    /// <summary>11, 22 and 33 are kept in the balance number.</summary>
    public bool BalanceKeepsMasters { get; init; }

    public HiddenPassionMethod HiddenPassion { get; init; } = HiddenPassionMethod.MostFrequent;

    /// <summary>11, 22 and 33 are kept in the rational thought number.</summary>
    public bool RationalThoughtKeepsMasters { get; init; }

    public BridgeMethod Bridge { get; init; } = BridgeMethod.ReduceFirst;

    public CornerstoneMethod Cornerstone { get; init; } = CornerstoneMethod.GivenName;

    /// <summary>Day plus month is looked at for a karmic debt too.</summary>
    public bool KarmicDebtInAttitude { get; init; }

    public ChartName ChartName { get; init; } = ChartName.Daily;

    /// <summary>Names an empty line 1-2-3, which Phillips does not. Only charts of names can have it.</summary>
    public bool EmptyPlannerArrow { get; init; }

    public PeakMethod Peaks { get; init; } = PeakMethod.Phillips;

    public ChallengeMode Challenges { get; init; } = ChallengeMode.UnlessPhillips;

    public YearStart YearStart { get; init; } = YearStart.January;

    /// <summary>11 and 22 are kept in the personal year, month and day.</summary>
    public bool CyclesKeepMasters { get; init; }
}
