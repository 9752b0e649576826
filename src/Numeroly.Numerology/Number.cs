using System.Collections.Immutable;

namespace Numeroly.Numerology;

/// <summary>One number of a reading, with how it came about.</summary>
/// <param name="Display">As it is said: <c>22/4</c>, <c>7</c>, <c>13/4</c>; for a letter the letter itself.</param>
/// <param name="Working">Lines in figures and letters only, the same in every language.</param>
/// <param name="System">Whose way of counting it is.</param>
public sealed record Number(NumberKey Key, int Value, string Display, NumerologySystem System, ImmutableArray<string> Working)
{
    public NumberGroup Group => Key.Group();

    public static Number Of(NumberKey key, int value, NumerologySystem system, params ImmutableArray<string> working) =>
        new(key, value, DisplayOf(value, system), system, working);

    // Phillips says 10 and 11 as they are, and 22 as 22/4.
    private static string DisplayOf(int value, NumerologySystem system) => value switch
    {
        13 or 14 or 16 or 19 or 22 or 33 => $"{value}/{Reducing.Reduction.Root.Of(value)}",
        11 when system == NumerologySystem.Pythagorean => "11/2",
        _ => $"{value}",
    };
}

/// <summary>A way of counting.</summary>
public enum NumerologySystem
{
    /// <summary>David A. Phillips, the one best known in Vietnam: keeps 10, 11 and 22/4.</summary>
    Phillips,

    /// <summary>The Pythagorean mainstream, as Hans Decoz teaches it: keeps 11, 22 and 33.</summary>
    Pythagorean,
}

/// <summary>What a number belongs to.</summary>
public enum NumberGroup
{
    Core,
    Name,
    Derived,
    Chart,
    Peak,
    Challenge,
    Cycle,
}
