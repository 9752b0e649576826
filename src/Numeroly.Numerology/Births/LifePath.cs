using System.Collections.Immutable;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Births;

/// <summary>The main number of the birth date, in every variant.</summary>
public static class LifePath
{
    public static Number Of(DateOnly birthDate, LifePathMethod method, NumberKey key = NumberKey.LifePath)
    {
        var steps = Steps(birthDate, method);
        return Number.Of(key, steps[^1].Value, SystemOf(method), [.. steps.Select(step => step.Line)]);
    }

    /// <summary>The method people would hold against this one: Phillips against the components, all others against Phillips.</summary>
    public static LifePathMethod Counterpart(LifePathMethod method) => method == LifePathMethod.Phillips ? LifePathMethod.Component : LifePathMethod.Phillips;

    public static NumerologySystem SystemOf(LifePathMethod method) =>
        method == LifePathMethod.Phillips ? NumerologySystem.Phillips : NumerologySystem.Pythagorean;

    /// <summary>The selected number as later sums take it: 10 is 1, 11, 22 and 33 stay.</summary>
    public static int ForFurtherSums(Number lifePath) => lifePath.Value == 10 ? 1 : lifePath.Value;

    /// <summary>The sum of the reduced parts before its own reduction, where karmic debts are looked for.</summary>
    public static Calculation ComponentTotal(DateOnly birthDate) => LastStep(birthDate, LifePathMethod.Component);

    /// <summary>The sum that gives the number: its total, and what is left of it.</summary>
    public static Calculation LastStep(DateOnly birthDate, LifePathMethod method) => Steps(birthDate, method)[^1];

    private static ImmutableArray<Calculation> Steps(DateOnly birthDate, LifePathMethod method) => method switch
    {
        LifePathMethod.Component => Components(birthDate, Reduction.Master, Reduction.Master),
        LifePathMethod.ComponentWithout33 => Components(birthDate, Reduction.MasterWithout33, Reduction.MasterWithout33),
        LifePathMethod.ComponentSingle => Components(birthDate, Reduction.Root, Reduction.Master),
        LifePathMethod.AcrossMaster => [Across(birthDate, Reduction.Master)],
        LifePathMethod.AcrossPlain => [Across(birthDate, Reduction.Root)],
        LifePathMethod.Stacked => [Calculation.Sum([birthDate.Day, birthDate.Month, birthDate.Year], Reduction.Master)],
        _ => [Across(birthDate, Reduction.Phillips)],
    };

    private static Calculation Across(DateOnly birthDate, Reduction reduction) => Calculation.Sum(
        new[] { birthDate.Day, birthDate.Month, birthDate.Year }.SelectMany(Reduction.Digits),
        reduction);

    private static ImmutableArray<Calculation> Components(DateOnly birthDate, Reduction parts, Reduction whole)
    {
        var reduced = new[] { birthDate.Day, birthDate.Month, birthDate.Year }.Select(part => Calculation.Reduce(part, parts)).ToList();
        return [.. reduced, Calculation.Sum(reduced.Select(part => part.Value), whole)];
    }
}
