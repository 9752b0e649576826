using Numeroly.Assistant.Replying.Guiding.Telling;
using Numeroly.Assistant.Replying.Guiding.Understanding;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>Somebody else's number: their life path unless another was asked for.</summary>
internal static class ExplainingOthers
{
    public static Answer? Try(Talk talk)
    {
        if (talk.IsOffer || talk.Memory.Facts.Other is not { } now) return null;
        var isNew = now.BirthDate is not null || now.Name is not null;
        if (!isNew && talk.Said.Subjects.IsEmpty && talk.Said.Aspects.IsEmpty) return now.Outcome is not null || talk.Said.IsShort || talk.Said.Says("xem", "coi", "read", "check") ? Ask(talk, now.Relation) : null;
        var before = now.BirthDate is null ? talk.Memory.OtherBefore(now.Relation) : null;
        var other = before is null ? now : before with { Name = now.Name ?? before.Name };
        var who = Someone.Else(other.Relation, talk.Language);
        var subject = talk.Said.Subjects is [var asked, ..] && asked is not (Subject.Overview or Subject.MasterNumbers) ? asked : other.BirthDate is null && other.Name is not null ? Subject.Expression : Subject.LifePath;
        // "My mother" may just be part of a question about the person's own love or family.
        if (!isNew && other.BirthDate is null && !talk.Said.Subjects.IsEmpty && Speaks(talk)) return null;
        if (!isNew && other.BirthDate is null && talk.Said.Subjects.IsEmpty) return null;
        if (Needs.BirthDate(subject) && other.BirthDate is null) return Ask(talk, other.Relation);

        var chapters = talk.ChaptersOf(subject, who, other.Name, other.BirthDate);
        if (chapters.IsEmpty) return Ask(talk, other.Relation);
        var chapter = chapters[0];
        var first = chapter.Paragraphs.Length > 1 ? Guiding.Sentences.Of(chapter.Paragraphs[1])[0] : "";
        return Answer.Of(
            chapter.Opening, chapter.Summary, first,
            talk.BirthDate is not null && other.BirthDate is not null ? talk.Say("others.compare", ("called", who.Called)) : Conversing.Onward(talk));
    }

    private static Answer Ask(Talk talk, Relation relation) => Answer.Of(talk.Say("compare.ask", ("called", Someone.Else(relation, talk.Language).Called)));

    private static bool Speaks(Talk talk) => talk.Said.Says("minh", "toi", "em", "my", "me") && !talk.Said.Says("cua") && talk.Said.Relations.Length == 0;
}
