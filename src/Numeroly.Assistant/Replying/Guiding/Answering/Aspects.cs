using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Assistant.Replying.Guiding.Wording;
using EmotionalTone = Numeroly.Events.Conversations.EmotionalTone;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>Love, work, money and so on: what the texts of a person's numbers say about that side of life.</summary>
internal static class Aspects
{
    // In the texts of a life path the first paragraph says what is strong, the second what to look after, the last how it is lived.
    private static readonly ImmutableDictionary<Aspect, ImmutableArray<(Subject Subject, Range Paragraphs)>> Sources = new Dictionary<Aspect, ImmutableArray<(Subject, Range)>>
    {
        [Aspect.Work] = [(Subject.LifePath, 3..4), (Subject.Expression, ^1..), (Subject.Birthday, 1..2), (Subject.Expression, 1..2)],
        [Aspect.Love] = [(Subject.SoulUrge, ..3), (Subject.Personality, ..3), (Subject.LifePath, ^1..), (Subject.Attitude, 1..2)],
        [Aspect.Money] = [(Subject.Birthday, ..2), (Subject.LifePath, 3..4), (Subject.Expression, ^1..)],
        [Aspect.Health] = [(Subject.Balance, ..), (Subject.LifePath, 2..3), (Subject.PersonalDay, 1..2)],
        [Aspect.Study] = [(Subject.RationalThought, ..), (Subject.LifePath, 1..2), (Subject.Birthday, 1..2)],
        [Aspect.Family] = [(Subject.SoulUrge, 1..3), (Subject.Attitude, ..2), (Subject.Personality, 1..3)],
        [Aspect.Strengths] = [(Subject.LifePath, 1..2), (Subject.Birthday, ..2), (Subject.Expression, ..2)],
        [Aspect.Weaknesses] = [(Subject.LifePath, 2..3), (Subject.Birthday, 2..3), (Subject.Expression, 2..3), (Subject.MissingNumbers, ..2)],
        [Aspect.Advice] = [(Subject.PersonalYear, 1..), (Subject.Balance, ..), (Subject.LifePath, 2..3), (Subject.PersonalDay, ..2)],
        [Aspect.Character] = [(Subject.LifePath, ..2), (Subject.Attitude, ..1), (Subject.Personality, ..2), (Subject.SoulUrge, ..1)],
    }.ToImmutableDictionary();

    public static Answer? Try(Talk talk) => talk.Said.Aspects is [var aspect, ..] ? Of(talk, aspect) : null;

    public static Answer Of(Talk talk, Aspect aspect)
    {
        if (talk.BirthDate is null) return Answer.Of(talk.Say("aspect.need"), talk.Say("ask.date"));
        var sentences = Sources[aspect].SelectMany(source => Paragraphs(talk, source.Subject, source.Paragraphs))
            .Select(paragraph => Unheard(talk, paragraph))
            // What begins in the middle of a paragraph comes after what begins at its beginning.
            .OrderBy(paragraph => paragraph.IsWhole ? 0 : 1)
            .SelectMany(paragraph => paragraph.Sentences)
            .ToList();
        if (sentences.Count == 0) return Answer.Of(talk.Say("aspect.all_told"), Offers.After(talk, Subject.LifePath));

        var source = Sources[aspect].First(one => Sentences(talk, one.Subject, one.Paragraphs).Contains(sentences[0]));
        var chapter = talk.Chapters(source.Subject)[0];
        var isEnergetic = aspect is Aspect.Strengths or Aspect.Advice;
        return Answer.Of([
            talk.Said.Does(Move.Decision) ? talk.Say("decision") : "",
            talk.Say(talk.SaidLately($"aspect.{aspect}.more") || IsAgain(talk, aspect) ? $"aspect.{aspect}.more" : $"aspect.{aspect}", ("subject", Naming.Of(source.Subject, talk.Language)), ("value", Spoken.Short(chapter.Value))),
            .. Explaining.Portion(sentences, 3),
            Offers.After(talk, source.Subject),
        ]).In(isEnergetic ? EmotionalTone.Energetic : EmotionalTone.Warm);
    }

    private static bool IsAgain(Talk talk, Aspect aspect) => talk.Memory.LastAspect() == aspect;

    private static IEnumerable<string> Sentences(Talk talk, Subject subject, Range paragraphs) => Paragraphs(talk, subject, paragraphs).SelectMany(Guiding.Sentences.Of);

    private static IEnumerable<string> Paragraphs(Talk talk, Subject subject, Range paragraphs) =>
        talk.Chapters(subject).Take(1).SelectMany(chapter => chapter.Paragraphs[Fitted(paragraphs, chapter.Paragraphs.Length)]);

    private static (bool IsWhole, ImmutableArray<string> Sentences) Unheard(Talk talk, string paragraph)
    {
        var all = Guiding.Sentences.Of(paragraph);
        return (!talk.Memory.WasTold(all[0]), [.. all.Where(sentence => !talk.Memory.WasTold(sentence))]);
    }

    private static Range Fitted(Range range, int length)
    {
        var (start, end) = (Math.Clamp(range.Start.GetOffset(length), 0, length), Math.Clamp(range.End.GetOffset(length), 0, length));
        return start < end ? start..end : Math.Max(length - 1, 0)..length;
    }
}
