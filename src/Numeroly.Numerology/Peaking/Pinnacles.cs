using System.Collections.Immutable;
using Numeroly.Numerology.Births;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Peaking;

/// <summary>The mainstream's pinnacles: the first from birth to 36 less the root of the life path, two of nine years, the fourth from then on.</summary>
public static class Pinnacles
{
    /// <param name="fromSingleDigits">Day, month and year reduced to one digit first, and 10 kept on the fourth.</param>
    public static ImmutableArray<Peak> Of(DateOnly birthDate, bool fromSingleDigits)
    {
        var parts = fromSingleDigits ? Reduction.Root : Reduction.Master;
        var month = parts.Of(birthDate.Month);
        var day = parts.Of(birthDate.Day);
        var year = parts.Of(birthDate.Year);
        var first = Calculation.Sum([month, day], Reduction.Master);
        var second = Calculation.Sum([day, year], Reduction.Master);
        var third = Calculation.Sum([first.Value, second.Value], Reduction.Master);
        var fourth = Calculation.Sum([month, year], fromSingleDigits ? Reduction.MasterAndTen : Reduction.Master);

        return [.. new[] { first, second, third, fourth }.Select((number, index) => PinnacleOf(number, Ages(birthDate)[index], index, birthDate))];
    }

    /// <summary>First and last age of each of the four; the last has no end.</summary>
    internal static ImmutableArray<(int From, int? Until)> Ages(DateOnly birthDate)
    {
        var end = 36 - Root(birthDate);
        return [(0, end), (end + 1, end + 9), (end + 10, end + 18), (end + 19, null)];
    }

    private static int Root(DateOnly birthDate) => Reduction.Root.Of(LifePath.Of(birthDate, LifePathMethod.Component).Value);

    private static Peak PinnacleOf(Calculation number, (int From, int? Until) ages, int index, DateOnly birthDate)
    {
        var root = Root(birthDate);
        var ageLine = index == 0 ? $"36−{root} = {36 - root}" : $"36−{root}+{(9 * (index - 1)) + 1} = {ages.From}";
        return new(index + 1, Number.Of(NumberKey.Peak, number.Value, NumerologySystem.Pythagorean, number.Line, ageLine), ages.From, ages.Until, birthDate.Year + ages.From);
    }
}
