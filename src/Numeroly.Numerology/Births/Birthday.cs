using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Births;

/// <summary>The number of the day of the month.</summary>
public static class Birthday
{
    public static Number Of(DateOnly birthDate, BirthdayMethod method)
    {
        var (reduction, system) = method == BirthdayMethod.Phillips
            ? (Reduction.Phillips, NumerologySystem.Phillips)
            : (Reduction.MasterWithout33, NumerologySystem.Pythagorean);
        var day = Calculation.Reduce(birthDate.Day, reduction);
        return Number.Of(NumberKey.Birthday, day.Value, system, day.Line);
    }
}
