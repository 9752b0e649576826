using System.Collections.Immutable;
using Numeroly.Numerology.Births;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Peaking;

/// <summary>Phillips' pyramids: reached at 36 less the ruling number (22/4 counts as 4), then every nine years.</summary>
public static class PhillipsPeaks
{
    /// <param name="reducesRuling">10 counts as 1 and 11 as 2 for the ages.</param>
    public static ImmutableArray<Peak> Of(DateOnly birthDate, bool reducesRuling)
    {
        var month = Reduction.Root.Of(birthDate.Month);
        var day = Reduction.Root.Of(birthDate.Day);
        var year = Reduction.Root.Of(birthDate.Year);
        var first = Calculation.Sum([month, day], Reduction.Root);
        var second = Calculation.Sum([day, year], Reduction.Root);
        var third = Calculation.Sum([first.Value, second.Value], Reduction.PhillipsWithout22);
        var fourth = Calculation.Sum([month, year], Reduction.PhillipsWithout22);

        var ruling = LifePath.Of(birthDate, LifePathMethod.Phillips).Value;
        var taken = ruling == 22 || reducesRuling ? Reduction.Root.Of(ruling) : ruling;
        return [.. new[] { first, second, third, fourth }.Select((number, index) => PeakOf(number, index, 36 - taken + (9 * index), AgeLine(taken, index), birthDate))];
    }

    private static Peak PeakOf(Calculation number, int index, int age, string ageLine, DateOnly birthDate) => new(
        index + 1,
        Number.Of(NumberKey.Peak, number.Value, NumerologySystem.Phillips, number.Line, ageLine),
        age,
        index == 3 ? null : age + 8,
        birthDate.Year + age);

    private static string AgeLine(int taken, int index) => index == 0 ? $"36−{taken} = {36 - taken}" : $"36−{taken}+{9 * index} = {36 - taken + (9 * index)}";
}
