namespace Numeroly.Api.Numbers;

/// <summary>
/// Other ways of counting, each in place of what most people in Vietnam expect. The first words say which rule it is
/// about; only one way of each rule can be asked for.
/// </summary>
public enum NumberVariant
{
    LifePathComponent,
    LifePathComponentWithoutThirtyThree,
    LifePathComponentSingle,
    LifePathAcrossMaster,
    LifePathAcrossPlain,
    LifePathStacked,
    BirthdayMainstream,
    AttitudeKeepsMasters,
    NamesStraight,
    NamesSingleDigitPerWord,
    NameMastersWithoutThirtyThree,
    NameMastersNone,
    NameMastersPhillips,
    YNever,
    YAlways,
    YInitialOrAfterConsonant,
    YSpoken,
    GivenNameOfTwoWords,
    MaturityReducesFirst,
    BalanceKeepsMasters,
    HiddenPassionTwiceOrMore,
    RationalThoughtKeepsMasters,
    BridgeSubtractsFirst,
    CornerstoneOfFirstWord,
    KarmicDebtInAttitude,
    NameChartOfFullName,
    EmptyPlannerArrow,
    PeaksPhillipsReducedAges,
    PeaksPinnacles,
    PeaksPinnaclesSingle,
    ChallengesAlways,
    ChallengesNever,
    YearFromBirthday,
    CyclesKeepMasters,
}
