using System.Collections.Immutable;
using Numeroly.Numerology.Births;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Explaining;

/// <summary>Why two ways of counting one birth date agree or do not, told so that nobody is in the wrong.</summary>
/// <param name="Paragraphs">In the asked language, with both workings.</param>
public sealed record LifePathDifference(Number One, Number Other, DifferenceCause Cause, ImmutableArray<string> Paragraphs)
{
    private const string File = "differences";

    /// <summary>Phillips' số chủ đạo and the số đường đời by components.</summary>
    public static LifePathDifference Of(DateOnly birthDate, Language language) =>
        Of(birthDate, LifePathMethod.Phillips, LifePathMethod.Component, language);

    public static LifePathDifference Of(DateOnly birthDate, LifePathMethod one, LifePathMethod other, Language language)
    {
        var (first, second) = (LifePath.Of(birthDate, one), LifePath.Of(birthDate, other));
        var (firstTotal, secondTotal) = (LifePath.LastStep(birthDate, one).Total, LifePath.LastStep(birthDate, other).Total);
        var firstKeeps = first.Value > 9;
        var (keeper, adder, kept) = firstKeeps ? (one, other, first) : (other, one, second);
        var cause = CauseOf(first, second, kept, birthDate, adder);

        string Fill(string key) => Texts.Section(File, key, language).Paragraphs[0]
            .Replace("{one}", Described(one, language)).Replace("{other}", Described(other, language))
            .Replace("{keeper}", Named(keeper, language)).Replace("{adder}", Named(adder, language))
            .Replace("{first}", first.Display).Replace("{second}", second.Display)
            .Replace("{kept}", $"{kept.Value}").Replace("{root}", $"{Reduction.Root.Of(first.Value)}")
            .Replace("{firstTotal}", $"{firstTotal}").Replace("{secondTotal}", $"{secondTotal}")
            .Replace("{firstWorking}", string.Join("; ", first.Working)).Replace("{secondWorking}", string.Join("; ", second.Working));

        return new(first, second, cause, [Fill("workings"), Fill(NumberKeys.SnakeCase(cause.ToString())), Fill(cause == DifferenceCause.None ? "same_closing" : "closing")]);
    }

    private static DifferenceCause CauseOf(Number first, Number second, Number kept, DateOnly birthDate, LifePathMethod adder)
    {
        if (first.Value == second.Value) return DifferenceCause.None;
        if (kept.Value == 10) return DifferenceCause.TenKept;
        return Reduction.Root.Chain(LifePath.LastStep(birthDate, adder).Total).Contains(kept.Value)
            ? DifferenceCause.MasterByRule
            : DifferenceCause.MasterByOrder;
    }

    private static string Described(LifePathMethod method, Language language) => Section(method, language).Paragraphs[0];

    private static string Named(LifePathMethod method, Language language) => Section(method, language).Title;

    private static TextSection Section(LifePathMethod method, Language language) =>
        Texts.Section(File, NumberKeys.SnakeCase(method.ToString()), language);
}

/// <summary>What makes two labels of one date differ.</summary>
public enum DifferenceCause
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>One keeps 10 where the other adds on to 1.</summary>
    TenKept,

    /// <summary>Both come upon the same master number, and only one keeps it.</summary>
    MasterByRule,

    /// <summary>Adding in another order comes upon a master number only one way.</summary>
    MasterByOrder,
}
