using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Assistant.Replying.Guiding.Wording;
using Numeroly.Numerology.Explaining;
using EmotionalTone = Numeroly.Events.Conversations.EmotionalTone;
using Language = Numeroly.Events.Conversations.Language;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>How a number came about, step by step, and why others count it otherwise.</summary>
internal static class Working
{
    public static Answer? Try(Talk talk)
    {
        if (talk.Said.Does(Move.Difference)) return Difference(talk);
        if (!talk.Said.Does(Move.Working)) return null;
        var subject = talk.Said.Subjects is [var named, ..] ? named : talk.Memory.Topic();
        if (subject is null or Subject.Overview or Subject.MasterNumbers) return talk.BirthDate is null ? Answer.Of(talk.Say("working.general"), Conversing.Onward(talk)).In(EmotionalTone.Neutral) : Of(talk, Subject.LifePath);
        // "Vì sao" alone, long after any number, is no question about counting.
        if (talk.Said.Subjects.IsEmpty && !talk.Said.Aspects.IsEmpty) return null;
        var isOther = talk.Said.Values is [var claimed] && talk.Chapters(subject.Value) is [var own] && Spoken.Short(own.Value) != $"{claimed}";
        return isOther ? Explaining.NotThat(talk, subject.Value, talk.Said.Values[0]) : Of(talk, subject.Value);
    }

    public static Answer Of(Talk talk, Subject subject)
    {
        if (Explaining.Missing(talk, subject) is { } missing) return missing.After(talk.Say($"define.{subject}"));
        var chapters = talk.Chapters(subject);
        if (chapters.IsEmpty) return Explaining.Of(talk, subject);
        if (subject is Subject.BirthChart or Subject.NameChart or Subject.CombinedChart or Subject.Arrows)
            return Answer.Of(talk.Say($"working.{(subject == Subject.NameChart ? "name_chart" : "chart")}"), Offers.After(talk, subject)).In(EmotionalTone.Neutral);

        var chapter = chapters[0];
        var value = Spoken.Number(chapter.Value, talk.Language);
        var steps = subject is Subject.MissingNumbers or Subject.HiddenPassion or Subject.SubconsciousSelf
            ? [talk.Say($"working.{subject}", ("value", value))]
            : new SpokenWorking(talk.Language, talk.Name).Of(chapter.Working);
        if (steps.Count > 0 && talk.Memory.WasJustSaid(steps[^1], 1)) return Answer.Of(talk.Say("working.again"), Offers.After(talk, subject)).In(EmotionalTone.Neutral);
        if (steps.Count == 0) steps = [talk.Say("working.direct", ("value", value))];
        var closing = steps[^1].EndsWith($" {chapter.Value}.", StringComparison.Ordinal) || chapter.Value.Length == 0 ? "" : talk.Say("working.closing", ("value", value));
        return Answer.Of([talk.Say($"define.{subject}"), .. steps, closing, Offers.After(talk, subject)]).In(EmotionalTone.Neutral);
    }

    private static Answer Difference(Talk talk)
    {
        if (talk.BirthDate is not { } born) return Answer.Of(talk.Say("difference.general"), talk.Say("ask.date")).In(EmotionalTone.Neutral);
        var told = LifePathDifference.Of(born, talk.Language == Language.Vi ? Numerology.Explaining.Language.Vi : Numerology.Explaining.Language.En);
        var (one, other) = (Spoken.Number(told.One.Display, talk.Language), Spoken.Number(told.Other.Display, talk.Language));
        return Answer.Of(
            talk.Say(told.Cause == DifferenceCause.None ? "difference.same" : "difference.two", ("one", one), ("other", other)),
            told.Cause == DifferenceCause.None ? "" : Spoken.Paragraph(told.Paragraphs[1], talk.Language).Replace("1+0 = 1", talk.Language == Language.Vi ? "1 cộng 0 bằng 1" : "1 plus 0 is 1"),
            string.Join(' ', Guiding.Sentences.Of(Spoken.Paragraph(told.Paragraphs[2], talk.Language)).Take(2)),
            Offers.After(talk, Subject.LifePath)).In(EmotionalTone.Neutral);
    }
}
