using Numeroly.Assistant.Replying.Guiding.Dates;
using Numeroly.Assistant.Replying.Guiding.Remembering;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>The person said who they are, wholly or in part, or something that cannot be.</summary>
internal static class Learning
{
    public static Answer? Try(Talk talk)
    {
        var facts = talk.Memory.Facts;
        var date = (facts.Date as DateOutcome.Known)?.Date;
        // Somebody whose full name is known may well call themselves by the last word of it.
        var isPartOfName = facts.Name is not null && talk.Name is not null && $" {Marks.Fold(talk.Name)} ".Contains($" {Marks.Fold(facts.Name)} ", StringComparison.Ordinal);
        var isNewName = facts.Name is not null && !isPartOfName && facts.Name != talk.Name;
        var isNewDate = date is not null && date != talk.BirthDate;
        var learnt = talk with { Name = isNewName ? facts.Name : talk.Name, BirthDate = date ?? talk.BirthDate };

        if (facts.Date is not null and not DateOutcome.Known && facts.Other is null) return WithReading(Asking(learnt, facts.Date), talk, learnt);
        if (!isNewName && !isNewDate) return Known(talk, facts, date) ?? Unlearnt(talk);

        var lead = isNewDate ? learnt.Say("learnt.date", ("date", SpokenDate.Of(date!.Value, talk.Language))) : "";
        var hello = isNewName ? learnt.Say(talk.Name is null ? "learnt.name" : "learnt.name.corrected", ("full", facts.Name!)) : "";
        return WithReading(After(learnt, isNewDate, facts).After(hello, lead), talk, learnt);
    }

    // What was asked along with it is answered; else the first number is told, or what is missing asked for.
    private static Answer After(Talk learnt, bool isNewDate, Facts facts)
    {
        if (facts.Other is not null && learnt.Said.Does(Move.Compare)) return Comparing.Try(learnt) ?? Next(learnt);
        var said = learnt.Said;
        if (Conversing.IsOnSubject(said) && !(said.Subjects is [Subject.Overview] && learnt.BirthDate is null)) return Conversing.Respond(learnt);
        return learnt.BirthDate is null ? Answer.Of(learnt.Say("ask.date")) : isNewDate ? Explaining.First(learnt) : Next(learnt);
    }

    private static Answer Next(Talk learnt) => learnt.Memory.Topic() is null && learnt.BirthDate is not null ? Explaining.First(learnt) : Answer.Of(Conversing.Onward(learnt));

    private static Answer Asking(Talk talk, DateOutcome outcome) => outcome switch
    {
        DateOutcome.Partial { Said.Day: not null, Said.Month: not null } partial => Answer.Of(talk.Say("ask.year", ("date", SpokenDate.Of(partial.Said, talk.Language)))),
        DateOutcome.Partial { Said.Year: { } year } => Answer.Of(talk.Say("ask.day_month", ("year", $"{year}"))),
        DateOutcome.Partial => Answer.Of(talk.Say("ask.whole_date")),
        DateOutcome.Ambiguous both => Answer.Of(talk.Say("ask.which", ("one", SpokenDate.Of(both.MonthFirst, talk.Language)), ("other", SpokenDate.Of(both.DayFirst, talk.Language)))),
        DateOutcome.NoSuchDay none => Answer.Of(talk.Say("date.none", ("date", SpokenDate.Of(none.Said, talk.Language)))),
        DateOutcome.NotYet later => Answer.Of(talk.Say(later.Date.Year > talk.Today.Year ? "date.later" : "date.later.this_year", ("year", $"{later.Date.Year}"))),
        DateOutcome.TooLongAgo early => Answer.Of(talk.Say("date.early", ("year", $"{early.Year}"))),
        _ => Answer.Of(talk.Say("ask.date")),
    };

    // Said again what is known already.
    private static Answer? Known(Talk talk, Facts facts, DateOnly? date)
    {
        var isOnlyThat = !Conversing.IsOnSubject(talk.Said) && !talk.Said.DoesAny(Move.Compare, Move.Difference, Move.Working, Move.WhoAmI);
        return isOnlyThat && facts.Other is null && (facts.Name is not null || date is not null) ? Answer.Of(talk.Say("learnt.already"), Conversing.Onward(talk)) : null;
    }

    // Asked for something, and not given it.
    private static Answer? Unlearnt(Talk talk)
    {
        var asked = talk.Memory.Last.Asked;
        if (asked is null or Question.OtherName or Question.OtherBirthDate || Conversing.IsOnSubject(talk.Said)) return null;
        if (talk.Said.Does(Move.Lunar)) return Answer.Of(talk.Say("ask.solar"));
        if (talk.Said.DoesAny(Move.Refusal, Move.DontKnow) || (talk.Said.MatchOf(Move.No) is { Start: <= 1 } && talk.Said.IsShort))
            return Answer.Of(talk.Say(asked is Question.Name or Question.FullName ? "unlearnt.name" : "unlearnt.date"));
        if (asked == Question.WhichDate && talk.Said.IsShort) return Answer.Of(talk.Say("ask.which.again"));
        return talk.Said.Does(Move.Yes) && talk.Said.IsShort ? Answer.Of(talk.Say(asked is Question.Name or Question.FullName ? "ask.name" : "ask.date")) : null;
    }

    private static Answer WithReading(Answer answer, Talk before, Talk learnt)
    {
        var reading = new Reading(learnt.Name, learnt.BirthDate);
        var isNew = learnt.Name != before.Name || learnt.BirthDate != before.BirthDate || (before.Memory.Reading != reading && reading != new Reading(null, null));
        return isNew ? answer with { Learnt = reading } : answer;
    }
}
