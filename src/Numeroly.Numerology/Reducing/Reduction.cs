using System.Collections.Immutable;

namespace Numeroly.Numerology.Reducing;

/// <summary>Adding up the digits of a number until one digit is left, or one of the numbers that a system keeps.</summary>
public sealed class Reduction
{
    private readonly ImmutableHashSet<int> _kept;

    private Reduction(params ImmutableHashSet<int> kept) => _kept = kept;

    /// <summary>To 1..9; 0 stays 0.</summary>
    public static Reduction Root { get; } = new();

    /// <summary>Keeps 11, 22 and 33, as Decoz does.</summary>
    public static Reduction Master { get; } = new(11, 22, 33);

    /// <summary>Keeps 11 and 22 only.</summary>
    public static Reduction MasterWithout33 { get; } = new(11, 22);

    /// <summary>Phillips: keeps 10, 11 and 22.</summary>
    public static Reduction Phillips { get; } = new(10, 11, 22);

    /// <summary>Phillips' third and fourth peak: keeps 10 and 11.</summary>
    public static Reduction PhillipsWithout22 { get; } = new(10, 11);

    /// <summary>Keeps 10 besides the masters; one Vietnamese calculator does so on the fourth pinnacle.</summary>
    public static Reduction MasterAndTen { get; } = new(10, 11, 22, 33);

    public int Of(int number) => Chain(number)[^1];

    /// <summary>The number and every sum of digits on the way to the result: 38, 11 or 19, 10, 1.</summary>
    public ImmutableArray<int> Chain(int number)
    {
        var chain = ImmutableArray.CreateBuilder<int>();
        chain.Add(number);
        while (chain[^1] > 9 && !_kept.Contains(chain[^1])) chain.Add(DigitSum(chain[^1]));
        return chain.ToImmutable();
    }

    public static int DigitSum(int number) => Digits(number).Sum();

    public static IEnumerable<int> Digits(int number) => number.ToString("D").Select(digit => digit - '0');
}
