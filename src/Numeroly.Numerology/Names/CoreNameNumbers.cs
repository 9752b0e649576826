using System.Collections.Immutable;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Names;

/// <summary>One of the three core numbers of a name, with the total it was reduced from.</summary>
public sealed record CoreNameNumber(Number Number, int Total);

/// <summary>Expression from all letters, soul urge from the vowels, personality from the consonants.</summary>
public static class CoreNameNumbers
{
    /// <param name="name">The full name; for <see cref="NameMasters.Phillips"/> the one in daily use.</param>
    public static CoreNameNumber Of(NumberKey key, PersonName name, NameMethod method, NameMasters masters)
    {
        var phillips = masters == NameMasters.Phillips;
        var whole = WholeReduction(key, masters);
        var steps = phillips || method == NameMethod.Straight
            ? [Calculation.SumOfLetters(name.Words.SelectMany(word => LettersFor(key, word)), whole)]
            : PerWord(key, name, method == NameMethod.SingleDigitPerWord ? Reduction.Root : whole, whole);
        var system = phillips ? NumerologySystem.Phillips : NumerologySystem.Pythagorean;
        return new(Number.Of(key, steps[^1].Value, system, [.. steps.Select(step => step.Line)]), steps[^1].Total);
    }

    private static ImmutableArray<Calculation> PerWord(NumberKey key, PersonName name, Reduction part, Reduction whole)
    {
        var words = name.Words.Select(word => Calculation.SumOfLetters(LettersFor(key, word), part).Labelled(word.Text)).ToList();
        return [.. words, Calculation.Sum(words.Select(word => word.Value), whole)];
    }

    private static IEnumerable<Letter> LettersFor(NumberKey key, Word word) => key switch
    {
        NumberKey.SoulUrge => word.Vowels,
        NumberKey.Personality => word.Consonants,
        _ => word.Letters,
    };

    private static Reduction WholeReduction(NumberKey key, NameMasters masters) => masters switch
    {
        NameMasters.Phillips when key == NumberKey.SoulUrge => Reduction.PhillipsWithout22,
        NameMasters.Phillips => Reduction.Phillips,
        NameMasters.Without33 => Reduction.MasterWithout33,
        NameMasters.None => Reduction.Root,
        _ => Reduction.Master,
    };
}
