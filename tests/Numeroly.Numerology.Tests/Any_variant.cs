using FsCheck;
using FsCheck.Fluent;
using Numeroly.Numerology.Births;
using Numeroly.Numerology.Charting;
using Numeroly.Numerology.Cycling;
using Numeroly.Numerology.Deriving;
using Numeroly.Numerology.Explaining;
using Numeroly.Numerology.Names;
using Numeroly.Numerology.Peaking;

namespace Numeroly.Numerology.Tests;

/// <summary>Whatever is chosen together, a reading is complete, can be followed, and every number of it has its words.</summary>
public class Any_variant
{
    private static readonly DateOnly On = new(2026, 12, 31);

    [Fact]
    public void Gives_numbers_within_their_sets_with_a_working_and_a_text() => Prop
        .ForAll(Generators.People(), Options().ToArbitrary(), (person, options) =>
            Everything(Reading.Of(new Person(person.Name, person.Born), On, options).Complete()).All(number =>
                number.Key.Values().Contains(number.Value)
                && number.Working.Length > 0
                && number.Working.All(line => line.Length > 0)
                && Explanations.Of(number, Language.Vi).Meaning.Length > 0))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Gives_the_same_reading_every_time() => Prop
        .ForAll(Generators.People(), Options().ToArbitrary(), (person, options) =>
        {
            var (one, other) = (Reading.Of(new Person(person.Name, person.Born), On, options).Complete(), Reading.Of(new Person(person.Name, person.Born), On, options).Complete());
            return Everything(one).Select(Told).SequenceEqual(Everything(other).Select(Told));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_the_order_of_words_leaves_all_but_the_given_name_as_it_is() => Prop
        .ForAll(Generators.People(), Options().ToArbitrary(), (person, options) =>
        {
            // The given name stays last; the words before it change places.
            var words = person.Name.Split(' ');
            var swapped = string.Join(' ', words[..^1].Reverse().Append(words[^1]));
            var single = options with { GivenNameWords = 1, Cornerstone = CornerstoneMethod.GivenName };
            return Values(Reading.Of(new Person(person.Name, person.Born), On, single).Complete())
                .SequenceEqual(Values(Reading.Of(new Person(swapped, person.Born), On, single).Complete()));
        })
        .QuickCheckThrowOnFailure();

    private static IEnumerable<(NumberKey Key, int Value)> Values(Reading reading) => Everything(reading).Select(number => (number.Key, number.Value));

    private static string Told(Number number) => $"{number.Key} {number.Value} {number.Display} {string.Join(';', number.Working)}";

    private static IEnumerable<Number> Everything(Reading reading) => reading.Numbers
        .Concat(reading.Birth!.Peaks.Select(peak => peak.Number))
        .Concat(reading.Birth.Challenges.Select(challenge => challenge.Number))
        .Concat([reading.Birth.Cycles.UniversalYear, reading.Birth.Cycles.Year, reading.Birth.Cycles.Month, reading.Birth.Cycles.Day]);

    private static Gen<ReadingOptions> Options() => Gen.Choose(0, int.MaxValue - 1).Select(seed =>
    {
        var left = seed;
        return new ReadingOptions
        {
            LifePath = Pick<LifePathMethod>(ref left),
            Birthday = Pick<BirthdayMethod>(ref left),
            AttitudeKeepsMasters = Flip(ref left),
            Names = Pick<NameMethod>(ref left),
            NameMasters = Pick<NameMasters>(ref left),
            Y = Pick<YMode>(ref left),
            GivenNameWords = Flip(ref left) ? 2 : 1,
            Maturity = Pick<MaturityMethod>(ref left),
            BalanceKeepsMasters = Flip(ref left),
            HiddenPassion = Pick<HiddenPassionMethod>(ref left),
            RationalThoughtKeepsMasters = Flip(ref left),
            Bridge = Pick<BridgeMethod>(ref left),
            Cornerstone = Pick<CornerstoneMethod>(ref left),
            KarmicDebtInAttitude = Flip(ref left),
            ChartName = Pick<ChartName>(ref left),
            EmptyPlannerArrow = Flip(ref left),
            Peaks = Pick<PeakMethod>(ref left),
            Challenges = Pick<ChallengeMode>(ref left),
            YearStart = Pick<YearStart>(ref left),
            CyclesKeepMasters = Flip(ref left),
        };
    });

    private static T Pick<T>(ref int left)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        var picked = values[left % values.Length];
        left /= values.Length;
        return picked;
    }

    private static bool Flip(ref int left)
    {
        var isHeads = left % 2 == 1;
        left /= 2;
        return isHeads;
    }
}
