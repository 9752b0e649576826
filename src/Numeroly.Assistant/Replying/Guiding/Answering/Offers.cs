using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Telling;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Assistant.Replying.Guiding.Wording;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>The small question an answer ends with: something the person has not heard yet.</summary>
internal static class Offers
{
    /// <summary>The order in which somebody would tell the numbers.</summary>
    public static ImmutableArray<Subject> Order { get; } =
    [
        Subject.LifePath, Subject.SoulUrge, Subject.Birthday, Subject.Expression, Subject.PersonalYear, Subject.Personality, Subject.Attitude, Subject.BirthChart, Subject.Peaks,
        Subject.Maturity, Subject.HiddenPassion, Subject.Challenges, Subject.Balance, Subject.RationalThought, Subject.MissingNumbers, Subject.KarmicDebts,
        Subject.BridgeLifeExpression, Subject.SubconsciousSelf, Subject.Cornerstone, Subject.PersonalMonth, Subject.PersonalDay, Subject.UniversalYear,
    ];

    private static readonly ImmutableArray<Aspect> Sides = [Aspect.Work, Aspect.Love, Aspect.Strengths, Aspect.Advice, Aspect.Weaknesses, Aspect.Family];

    public static string After(Talk talk, Subject subject)
    {
        if (talk.BirthDate is null) return talk.Say("ask.date");
        if (talk.Name is null && talk.Memory.Turn % 3 == 1) return talk.Say("ask.full_name");
        var offers = Candidates(talk, subject).ToList();
        for (var step = 0; step < offers.Count; step++)
        {
            var (key, about) = offers[(talk.Memory.Turn + step) % offers.Count];
            if (!talk.SaidLately(key, ("subject", about))) return talk.Say(key, ("subject", about));
        }

        return Choice(talk);
    }

    /// <summary>A choice between the next number and a side of life.</summary>
    public static string Choice(Talk talk) => talk.Say(
        "ask.choice",
        ("subject", Naming.Of(Next(talk, talk.Memory.Topic()) ?? Subject.LifePath, talk.Language)),
        ("side", Spoken.Small(talk.Say($"side.{SideOf(talk)}"))));

    /// <summary>The next number to tell, or none when all were told.</summary>
    public static Subject? Next(Talk talk, Subject? after)
    {
        var start = after is { } told && Order.Contains(told) ? Order.IndexOf(told) + 1 : 0;
        for (var step = 0; step < Order.Length; step++)
        {
            var subject = Order[(start + step) % Order.Length];
            if (subject != after && IsOpen(talk, subject)) return subject;
        }

        return null;
    }

    private static IEnumerable<(string Key, string About)> Candidates(Talk talk, Subject subject)
    {
        var name = Naming.Of(subject, talk.Language);
        if (Next(talk, subject) is { } next) yield return ("offer.subject", Naming.Of(next, talk.Language));
        if (talk.Chapters(subject).Any(chapter => Explaining.Unheard(talk, chapter).Count > 5)) yield return ("offer.more", name);
        yield return ($"offer.{SideOf(talk)}", name);
        if (Needs.Key(subject) is not null && !talk.Chapters(subject).IsEmpty && !talk.Said.Does(Move.Working)) yield return ("offer.working", name);
    }

    private static Aspect SideOf(Talk talk)
    {
        for (var step = 0; step < Sides.Length; step++)
        {
            var side = Sides[((talk.Memory.Turn / 2) + step) % Sides.Length];
            if (!talk.Said.Aspects.Contains(side) && !talk.SaidLately($"aspect.{side}")) return side;
        }

        return Sides[0];
    }

    private static bool IsOpen(Talk talk, Subject subject)
    {
        if (Explaining.Missing(talk, subject) is not null) return false;
        var chapters = talk.Chapters(subject);
        return !chapters.IsEmpty && !talk.Memory.WasTold(chapters[0].Summary);
    }
}
