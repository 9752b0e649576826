using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Telling;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Assistant.Replying.Guiding.Wording;
using Numeroly.Numerology;
using EmotionalTone = Numeroly.Events.Conversations.EmotionalTone;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>What a number is and says.</summary>
internal static class Explaining
{
    private static readonly ImmutableHashSet<Subject> WellKnown =
        [Subject.LifePath, Subject.PersonalYear, Subject.PersonalMonth, Subject.PersonalDay, Subject.NextYear, Subject.NextMonth, Subject.Tomorrow, Subject.Birthday, Subject.BirthChart];

    public static Answer? Try(Talk talk)
    {
        if (Valued(talk) is { } valued) return valued;
        if (talk.Said.Subjects is not [var first, ..]) return null;
        if (!talk.Said.Aspects.IsEmpty && first is (Subject.LifePath or Subject.Overview)) return null;
        var subject = first == Subject.Overview && talk.Said.Subjects is [_, var second, ..] ? second : first;
        if (subject == Subject.MasterNumbers) return null;
        return subject == Subject.Overview ? Overview(talk) : Of(talk, subject);
    }

    /// <summary>The first number somebody hears, right after they gave their birth date.</summary>
    public static Answer First(Talk talk)
    {
        var chapter = talk.Chapters(Subject.LifePath)[0];
        return Answer.Of(chapter.Opening, chapter.Summary, talk.Name is null ? talk.Say("ask.name") : Offers.After(talk, Subject.LifePath));
    }

    /// <summary>The next of a subject that the person has not heard.</summary>
    public static Answer Of(Talk talk, Subject subject)
    {
        if (Missing(talk, subject) is { } missing) return missing.After(talk.Said.Does(Move.Meaning) || !WellKnown.Contains(subject) ? talk.Say($"define.{subject}") : "");
        var chapters = talk.Chapters(subject);
        if (chapters.IsEmpty) return Answer.Of(talk.Say(talk.BirthDate is null && talk.Name is null ? "ask.date" : "explain.none", ("subject", Naming.Of(subject, talk.Language))), Offers.After(talk, subject));
        if (chapters.FirstOrDefault(chapter => Unheard(talk, chapter).Count > 0) is not { } chapter) return AllTold(talk, subject);

        var tone = ToneOf(subject);
        if (talk.Memory.WasTold(chapter.Summary))
            return Answer.Of([talk.Say(talk.IsOffer || talk.Said.Subjects.IsEmpty || chapters.Length > 1 || talk.Said.Does(Move.More) ? "explain.more" : "explain.again", ("subject", Naming.Of(subject, talk.Language)), ("value", Spoken.Short(chapter.Value))), .. Portion(Unheard(talk, chapter), 4), Offers.After(talk, subject)]).In(tone);

        var define = talk.Say($"define.{subject}");
        var isDefined = (talk.Said.Does(Move.Meaning) || !WellKnown.Contains(subject)) && !talk.Memory.WasTold(define);
        return Answer.Of([Opening(talk, subject, chapter), isDefined ? define : "", chapter.Summary, .. Portion(Unheard(talk, chapter).Skip(SentencesIn(chapter.Summary)), isDefined ? 1 : 2), Offers.After(talk, subject)]).In(tone);
    }

    /// <summary>A question for what this subject needs and nobody said yet.</summary>
    public static Answer? Missing(Talk talk, Subject subject)
    {
        if (Needs.BirthDate(subject) && talk.BirthDate is null) return Answer.Of(talk.Say("need.date", ("subject", Naming.Of(subject, talk.Language))));
        return Needs.Name(subject) && talk.Name is null ? Answer.Of(talk.Say("need.name", ("subject", Naming.Of(subject, talk.Language)))) : null;
    }

    /// <summary>The sentences of a chapter not yet heard, in order.</summary>
    public static IReadOnlyList<string> Unheard(Talk talk, Chapter chapter) =>
    [
        .. chapter.Paragraphs.Select(paragraph => Rest(talk, Guiding.Sentences.Of(paragraph)))
            // What is left of a paragraph told long ago would hang in the air.
            .OrderBy(rest => rest.Follows ? 0 : 1)
            .SelectMany(rest => rest.Sentences),
    ];

    private static (bool Follows, List<string> Sentences) Rest(Talk talk, IReadOnlyList<string> paragraph)
    {
        var heard = paragraph.TakeWhile(talk.Memory.WasTold).Count();
        return (heard == 0 || talk.Memory.WasJustSaid(paragraph[heard - 1], 1), [.. paragraph.Where(sentence => !talk.Memory.WasTold(sentence))]);
    }

    public static IEnumerable<string> Portion(IEnumerable<string> sentences, int most)
    {
        var length = 0;
        foreach (var sentence in sentences.Take(most))
        {
            if (length > 0 && length + sentence.Length > 330) yield break;
            length += sentence.Length;
            yield return sentence;
        }
    }

    private static string Opening(Talk talk, Subject subject, Chapter chapter)
    {
        if (subject != Subject.LifePath || !talk.Said.Says("doi", "path") || talk.BirthDate is null) return chapter.Opening;
        var other = talk.NumbersOf(null, talk.BirthDate)?.Birth?.OtherLifePath;
        return other is null || other.Display == chapter.Value ? chapter.Opening : $"{chapter.Opening} {talk.Say("open.other_path", ("other", Spoken.Number(other.Display, talk.Language)))}";
    }

    private static Answer AllTold(Talk talk, Subject subject) => Answer.Of(talk.Say("explain.all_told", ("subject", Naming.Of(subject, talk.Language))), Offers.After(talk, subject));

    private static Answer Overview(Talk talk)
    {
        if (talk.BirthDate is null && talk.Name is null) return Answer.Of(talk.Say("overview.nobody"), Conversing.Onward(talk));
        Subject[] core = [Subject.LifePath, Subject.Birthday, Subject.Attitude, Subject.Expression, Subject.SoulUrge, Subject.Personality];
        var values = core.SelectMany(subject => talk.Chapters(subject).Take(1).Select(chapter => talk.Say("overview.one", ("subject", Naming.Of(subject, talk.Language)), ("value", Spoken.Short(chapter.Value))))).Select(Spoken.Small).ToList();
        return Answer.Of(talk.Say("overview", ("values", Spoken.List(values, talk.Language))), talk.BirthDate is null ? talk.Say("ask.date") : talk.Name is null ? talk.Say("ask.full_name") : talk.Say("overview.which"));
    }

    // Số 7 nghĩa là gì: of anybody, unless it is the person's own.
    private static Answer? Valued(Talk talk)
    {
        if (talk.Said.Values is not [var value, ..] || talk.IsOffer) return null;
        var subject = talk.Said.Subjects is [var named, ..] && named is not (Subject.Overview or Subject.MasterNumbers or Subject.Peaks or Subject.Challenges) ? named : Subject.LifePath;
        var key = Needs.Key(subject) ?? NumberKey.LifePath;
        if (!key.Values().Contains(value)) return value is 13 or 14 or 16 or 19 ? Value(talk, NumberKey.KarmicDebt, value, Subject.KarmicDebts) : null;
        var own = talk.Chapters(subject);
        if (own.Any(chapter => chapter.Value.Split('/')[0] == $"{value}")) return Of(talk, subject);
        var isClaim = own.Length == 1 && subject == Subject.LifePath && talk.Said.Says("minh", "toi", "my", "em", "i") && !talk.Said.DoesAny(Move.Meaning, Move.Compare);
        return isClaim ? NotThat(talk, subject, value) : Value(talk, key, value, subject);
    }

    /// <summary>Somebody was told another number elsewhere.</summary>
    public static Answer NotThat(Talk talk, Subject subject, int claimed) =>
        Working.Of(talk, subject).After(talk.Say("explain.not_that", ("other", $"{claimed}"), ("value", Spoken.Number(talk.Chapters(subject)[0].Value, talk.Language))));

    private static Answer Value(Talk talk, NumberKey key, int value, Subject subject)
    {
        var chapter = talk.ChapterOf(key, value);
        var own = talk.Chapters(subject);
        return Answer.Of([chapter.Opening, .. Portion(Unheard(talk, chapter).DefaultIfEmpty(chapter.Summary), 3), own.Length == 1 ? talk.Say("explain.yours", ("subject", Naming.Of(subject, talk.Language)), ("value", Spoken.Number(own[0].Value, talk.Language))) : Conversing.Onward(talk)]);
    }

    private static EmotionalTone ToneOf(Subject subject) =>
        subject is Subject.PersonalYear or Subject.NextYear or Subject.PersonalMonth or Subject.PersonalDay or Subject.Peaks or Subject.HiddenPassion ? EmotionalTone.Energetic : EmotionalTone.Warm;

    private static int SentencesIn(string text) => Guiding.Sentences.Of(text).Count;
}
