using System.Collections.Immutable;

namespace Numeroly.Numerology.Reducing;

/// <summary>A sum and its reduction, written so that a person can follow it.</summary>
/// <param name="Total">The sum before any reduction.</param>
/// <param name="Value">What is left of it.</param>
/// <param name="Line">Such as <c>1+4+0+8+1+9+9+8 = 40, 4+0 = 4</c>.</param>
public sealed record Calculation(int Total, int Value, string Line)
{
    /// <summary>Adds and reduces.</summary>
    public static Calculation Sum(IEnumerable<int> terms, Reduction reduction)
    {
        var all = terms.ToList();
        return Sum(all.Sum(), string.Join('+', all), all.Count, reduction);
    }

    /// <summary>Adds and reduces letters, written with their values: <c>U3+E5 = 8</c>.</summary>
    public static Calculation SumOfLetters(IEnumerable<Names.Letter> letters, Reduction reduction)
    {
        var all = letters.ToList();
        return Sum(all.Sum(letter => letter.Value), string.Join('+', all.Select(letter => $"{letter.Glyph}{letter.Value}")), 2, reduction);
    }

    /// <summary>Reduces one number, written <c>1979: 1+9+7+9 = 26, 2+6 = 8</c>.</summary>
    public static Calculation Reduce(int number, Reduction reduction)
    {
        var chain = reduction.Chain(number);
        return new(number, chain[^1], chain.Length == 1 ? $"{number}" : $"{number}: {Steps(chain)}");
    }

    /// <summary>A difference, never below 0: <c>9−3 = 6</c>.</summary>
    public static Calculation Difference(int one, int other)
    {
        var (larger, smaller) = one >= other ? (one, other) : (other, one);
        return new(larger - smaller, larger - smaller, $"{larger}−{smaller} = {larger - smaller}");
    }

    public Calculation Labelled(string label) => this with { Line = $"{label}: {Line}" };

    private static Calculation Sum(int total, string terms, int count, Reduction reduction)
    {
        var chain = reduction.Chain(total);
        var steps = Steps(chain);
        var sum = count == 1 ? terms : terms.Length == 0 ? "0" : $"{terms} = {total}";
        return new(total, chain[^1], steps.Length == 0 ? sum : $"{sum}, {steps}");
    }

    private static string Steps(ImmutableArray<int> chain) => string.Join(
        ", ",
        chain.Zip(chain.Skip(1), (number, sum) => $"{string.Join('+', Reduction.Digits(number))} = {sum}"));
}
