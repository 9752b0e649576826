using System.Collections.Immutable;
using Numeroly.Numerology.Charting;
using Numeroly.Numerology.Cycling;
using Numeroly.Numerology.Peaking;

namespace Numeroly.Numerology.Births;

/// <summary>What follows from the birth date alone.</summary>
/// <param name="OtherLifePath">The main number by the other method, for those who know it so.</param>
/// <param name="Challenges">Empty where they were not asked for, see <see cref="ReadingOptions.Challenges"/>.</param>
public sealed record BirthNumbers(
    DateOnly Date,
    Number LifePath,
    Number OtherLifePath,
    Number Birthday,
    Number Attitude,
    Chart Chart,
    ImmutableArray<Peak> Peaks,
    ImmutableArray<Challenge> Challenges,
    Cycles Cycles)
{
    public IEnumerable<Number> Numbers => [LifePath, OtherLifePath, Birthday, Attitude];

    internal static BirthNumbers Of(DateOnly date, DateOnly on, ReadingOptions options) => new(
        date,
        Births.LifePath.Of(date, options.LifePath),
        Births.LifePath.Of(date, Births.LifePath.Counterpart(options.LifePath), NumberKey.OtherLifePath),
        Births.Birthday.Of(date, options.Birthday),
        Births.Attitude.Of(date, options.AttitudeKeepsMasters),
        Chart.OfDate(date),
        PeaksOf(date, options.Peaks),
        ChallengesOf(date, options),
        Cycles.Of(date, on, options.YearStart, options.CyclesKeepMasters));

    private static ImmutableArray<Peak> PeaksOf(DateOnly date, PeakMethod method) => method switch
    {
        PeakMethod.Pinnacles => Pinnacles.Of(date, fromSingleDigits: false),
        PeakMethod.PinnaclesSingle => Pinnacles.Of(date, fromSingleDigits: true),
        _ => PhillipsPeaks.Of(date, reducesRuling: method == PeakMethod.PhillipsReducedAges),
    };

    private static ImmutableArray<Challenge> ChallengesOf(DateOnly date, ReadingOptions options) => options.Challenges switch
    {
        ChallengeMode.Never => [],
        ChallengeMode.UnlessPhillips when options.LifePath == LifePathMethod.Phillips => [],
        _ => Peaking.Challenges.Of(date, withAges: options.Challenges == ChallengeMode.AlwaysWithAges),
    };
}
