using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Dates;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Remembering;

/// <summary>What somebody said about who the numbers are about.</summary>
/// <param name="Name">The person's own.</param>
/// <param name="Date">The person's own birth date, or what is wrong with it.</param>
/// <param name="Other">Somebody else who was spoken of.</param>
internal sealed record Facts(string? Name, DateOutcome? Date, Other? Other)
{
    public static Facts None { get; } = new(null, null, null);

    public static Facts Of(Utterance said, Situation situation)
    {
        if (said.IsEmpty || said.Does(Move.WhatIf)) return None;
        var isDateAsked = situation.Asked is Question.BirthDate or Question.BirthYear or Question.OtherBirthDate or Question.WhichDate;
        var mentions = DateReader.Read(said.Words, situation.Today, isDateAsked || IsCorrecting(said, situation));
        var own = mentions.FirstOrDefault(mention => RelationOf(said, mention.Start, situation) is null);
        var others = mentions.FirstOrDefault(mention => RelationOf(said, mention.Start, situation) is not null);
        var isNameAsked = situation.Asked is Question.Name or Question.FullName;
        var name = NameReader.Read(said, isNameAsked, isNameAsked && mentions.IsEmpty);
        var isOthersName = name is { } found && RelationOf(said, found.Start, situation with { Asked = null }) is not null;

        return new(
            name is null || isOthersName ? null : name.Value.Name,
            own is null ? Chosen(said, situation) : OwnDate(own, said, situation),
            OtherIn(said, others, isOthersName ? name!.Value.Name : null, situation));
    }

    private static DateOutcome? OwnDate(DateMention own, Utterance said, Situation situation)
    {
        if (situation.Asked == Question.WhichDate && Chosen(said, situation, own) is { } chosen) return chosen;
        var whole = own;
        if (!own.IsComplete)
        {
            if (IsCorrecting(said, situation)) whole = own.Over(DateMention.Of(situation.KnownDate!.Value));
            else if (situation.Asked is not null && situation.Earlier is { } earlier) whole = own.Over(earlier) with { MayBeSwapped = false };
            else if (situation.Asked is null && !SaysBorn(said)) return null;
        }

        return DateOutcome.Of(whole, situation.Language, situation.Today);
    }

    // 3/2 was said, both readings were offered, and one was taken.
    private static DateOutcome.Known? Chosen(Utterance said, Situation situation, DateMention? own = null)
    {
        if (situation.Asked != Question.WhichDate || situation.Earlier is not { IsComplete: true } earlier) return null;
        if (DateOutcome.Of(earlier, Language.En, situation.Today) is not DateOutcome.Ambiguous both) return null;
        if (own is { Month: { } month }) return month == both.MonthFirst.Month ? new(both.MonthFirst) : month == both.DayFirst.Month ? new(both.DayFirst) : null;
        if (said.DoesAny(Move.Second, Move.Latter)) return new(both.DayFirst);
        return said.Does(Move.First) ? new(both.MonthFirst) : null;
    }

    private static Other? OtherIn(Utterance said, DateMention? mention, string? name, Situation situation)
    {
        var relations = said.Relations;
        if (mention is null && name is null && relations.IsEmpty) return null;
        var relation = mention is not null ? RelationOf(said, mention.Start, situation)!.Value : relations.IsEmpty ? Relation.Someone : relations[0].Relation;
        if (mention is null) return new(relation, name, null, null);
        var whole = !mention.IsComplete && situation.Asked == Question.OtherBirthDate && situation.Earlier is { } earlier ? mention.Over(earlier) : mention;
        var outcome = DateOutcome.Of(whole, situation.Language, situation.Today);
        return new(relation, name, (outcome as DateOutcome.Known)?.Date, outcome);
    }

    // The one spoken of last before this place, unless the person spoke of themselves after that.
    private static Relation? RelationOf(Utterance said, int start, Situation situation)
    {
        (Relation Relation, Match Match)? last = null;
        foreach (var relation in said.Relations)
            if (relation.Match.Start < start) last = relation;
        if (last is { } found && !SpeaksOfSelf(said.Words, found.Match.End, start)) return found.Relation;
        return situation.Asked == Question.OtherBirthDate && !SpeaksOfSelf(said.Words, 0, start) ? situation.AskedAbout : null;
    }

    private static bool SpeaksOfSelf(ImmutableArray<Word> words, int from, int until)
    {
        for (var at = Math.Max(from, 0); at < until && at + 1 < words.Length; at++)
            // Right after "bạn trai" the "em" says whose.
            if ((at > from || from == 0 || words[at].BeginsAnew) && (words[at].Plain is "minh" or "toi" or "em" or "i") && words[at + 1].Plain is "sinh" or "was" or "am" or "ten" && (at == 0 || words[at - 1].Plain != "cua")) return true;
        return false;
    }

    private static bool IsCorrecting(Utterance said, Situation situation) =>
        situation.KnownDate is not null && (said.DoesAny(Move.No, Move.Wrong) || situation.DateWasJustTold) && said.Words.Length <= 14;

    private static bool SaysBorn(Utterance said) => said.Says("sinh", "born", "birthday", "birthdate");
}

/// <summary>Somebody else.</summary>
/// <param name="Outcome">Null when no date was said.</param>
internal sealed record Other(Relation Relation, string? Name, DateOnly? BirthDate, DateOutcome? Outcome);

/// <summary>What was going on when something was said.</summary>
/// <param name="Asked">What the assistant had asked for.</param>
/// <param name="AskedAbout">Of whom, when of somebody else.</param>
/// <param name="Earlier">The date, or part of one, that was said before.</param>
/// <param name="DateWasJustTold">The assistant's last words were the birth date as it understood it.</param>
internal sealed record Situation(
    Language Language, DateOnly Today, Question? Asked, Relation AskedAbout, DateMention? Earlier, DateOnly? KnownDate, bool DateWasJustTold);
