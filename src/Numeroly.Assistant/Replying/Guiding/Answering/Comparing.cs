using Numeroly.Assistant.Replying.Guiding.Dates;
using Numeroly.Assistant.Replying.Guiding.Remembering;
using Numeroly.Assistant.Replying.Guiding.Telling;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Assistant.Replying.Guiding.Wording;
using Numeroly.Numerology;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>Two people side by side, by their life paths: what joins them and where they may rub, out of the texts.</summary>
internal static class Comparing
{
    public static Answer? Try(Talk talk)
    {
        var other = talk.Memory.Facts.Other;
        var wasAsked = talk.Memory.Last.Asked == Question.OtherBirthDate;
        var isMeant = talk.Said.Does(Move.Compare) || (wasAsked && other?.Outcome is not null && talk.Memory.Before?.Does(Move.Compare) == true);
        if (!isMeant || talk.IsOffer) return wasAsked && IsUnanswered(talk) ? Answer.Of(talk.Say("compare.no_date"), Conversing.Onward(talk)) : talk.IsOffer && talk.Said.Does(Move.Compare) ? Ask(talk, null) : null;
        var values = talk.Said.Values.Length >= 2 ? talk.Said.Values : other?.Outcome is null ? SpokenValues.Bare(talk.Said.Words) : [];
        if (values is [var one, var two, ..] && Chapter(talk, one, Someone.OfNumber(one, talk.Language)) is { } first && Chapter(talk, two, Someone.OfNumber(two, talk.Language)) is { } second)
            return Of(talk, first, second, Someone.OfNumber(one, talk.Language), Someone.OfNumber(two, talk.Language), "compare.values");
        if (talk.BirthDate is null) return Answer.Of(talk.Say("compare.own_first"), talk.Say("ask.date"));

        var mine = talk.Chapters(Subject.LifePath)[0];
        if (talk.Said.Values is [var value] && other?.Outcome is null && Chapter(talk, value, Someone.Else(other?.Relation ?? Relation.Someone, talk.Language)) is { } theirs)
            return Of(talk, mine, theirs, talk.Self, Someone.Else(other?.Relation ?? Relation.Someone, talk.Language), "compare.two");

        var known = other?.BirthDate is not null ? other : other?.Outcome is null ? talk.Memory.OtherBefore(other?.Relation) : null;
        if (known?.BirthDate is not { } born) return other?.Outcome is { } outcome ? Wrong(talk, outcome, other) : Ask(talk, other);
        var who = Someone.Else(known.Relation, talk.Language);
        var chapters = talk.ChaptersOf(Subject.LifePath, who, null, born);
        return chapters.IsEmpty ? Ask(talk, other) : Of(talk, mine, chapters[0], talk.Self, who, "compare.two");
    }

    private static Answer Of(Talk talk, Chapter mine, Chapter theirs, Someone first, Someone who, string key)
    {
        var isSame = Root(mine) == Root(theirs);
        return Answer.Of(
            talk.Say(
                key,
                ("value", Spoken.Number(mine.Value, talk.Language)), ("title", Spoken.Small(mine.Explanation.Title)),
                ("other", Spoken.Number(theirs.Value, talk.Language)), ("otherTitle", Spoken.Small(theirs.Explanation.Title)), ("called", who.Called), ("of", who.Of)),
            isSame ? talk.Say("compare.same", ("root", $"{Root(mine)}")) : talk.Say("compare.joins", ("mine", Strength(mine)), ("theirs", Strength(theirs))),
            talk.Say("compare.rubs", ("mine", Care(mine, talk)), ("theirs", Care(theirs, talk)), ("first", first.Called), ("called", who.Called), ("value", Spoken.Short(mine.Value)), ("other", Spoken.Short(theirs.Value))),
            talk.Say("compare.closing"));
    }

    private static Answer Ask(Talk talk, Other? other)
    {
        if (talk.BirthDate is null) return Answer.Of(talk.Say("compare.own_first"), talk.Say("ask.date"));
        return Answer.Of(talk.Say("compare.ask", ("called", Someone.Else(other?.Relation ?? Relation.Someone, talk.Language).Called)));
    }

    private static Answer Wrong(Talk talk, DateOutcome outcome, Other other)
    {
        var called = Someone.Else(other.Relation, talk.Language).Called;
        return outcome switch
        {
            DateOutcome.Partial => Answer.Of(talk.Say("compare.partial", ("called", called))),
            DateOutcome.Ambiguous both => Answer.Of(talk.Say("ask.which", ("one", SpokenDate.Of(both.MonthFirst, talk.Language)), ("other", SpokenDate.Of(both.DayFirst, talk.Language)))),
            DateOutcome.NoSuchDay none => Answer.Of(talk.Say("compare.none", ("date", SpokenDate.Of(none.Said, talk.Language)), ("called", called))),
            _ => Answer.Of(talk.Say("compare.partial", ("called", called))),
        };
    }

    private static bool IsUnanswered(Talk talk) => !talk.IsOffer && talk.Said.DoesAny(Move.DontKnow, Move.No, Move.Refusal) && !Conversing.IsOnSubject(talk.Said);

    private static Chapter? Chapter(Talk talk, int value, Someone who) => NumberKey.LifePath.Values().Contains(value) ? talk.ChapterOf(NumberKey.LifePath, value, who) : null;

    private static int Root(Chapter chapter) => Reduction.Root.Of(int.Parse(chapter.Value.Split('/')[0]));

    private static string Strength(Chapter chapter) => Spoken.Inner(chapter.Summary);

    // "Điều nên để ý là X." of the texts, without its beginning.
    private static string Care(Chapter chapter, Talk talk)
    {
        var sentence = Guiding.Sentences.Of(chapter.Explanation.Meaning[1])[0];
        var begins = talk.Language == Events.Conversations.Language.Vi ? "Điều nên để ý là " : "What to look after is ";
        return Spoken.Inner(sentence.StartsWith(begins, StringComparison.Ordinal) ? sentence[begins.Length..] : sentence);
    }
}
