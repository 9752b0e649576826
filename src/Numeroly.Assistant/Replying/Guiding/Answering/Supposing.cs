using Numeroly.Assistant.Replying.Guiding.Remembering;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Assistant.Replying.Guiding.Wording;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>What if my name were another?</summary>
internal static class Supposing
{
    public static Answer? Try(Talk talk)
    {
        var isAnswer = talk.Memory.Last.Asked == Question.OtherName && !Conversing.IsOnSubject(talk.Said) && !talk.Said.DoesAny(Move.No, Move.Bye, Move.Thanks);
        if (talk.Said.MatchOf(Move.WhatIf) is not { } match && !isAnswer) return null;
        var name = NameAfter(talk, isAnswer ? 0 : talk.Said.MatchOf(Move.WhatIf)!.Value.End);
        if (name is null) return Answer.Of(talk.Say("suppose.ask"));

        var chapters = talk.ChaptersOf(Subject.Expression, talk.Self, name, talk.BirthDate);
        if (chapters.IsEmpty) return Answer.Of(talk.Say("suppose.ask"));
        var soul = talk.ChaptersOf(Subject.SoulUrge, talk.Self, name, talk.BirthDate)[0];
        var now = talk.Name is null ? [] : talk.Chapters(Subject.Expression);
        return Answer.Of(
            talk.Say("suppose", ("new", name), ("value", Spoken.Number(chapters[0].Value, talk.Language)), ("title", Spoken.Small(chapters[0].Explanation.Title)), ("soul", Spoken.Number(soul.Value, talk.Language))),
            now.IsEmpty ? "" : talk.Say(now[0].Value == chapters[0].Value ? "suppose.same" : "suppose.now", ("value", Spoken.Number(now[0].Value, talk.Language)), ("title", Spoken.Small(now[0].Explanation.Title))),
            talk.Say("suppose.closing"));
    }

    private static string? NameAfter(Talk talk, int at)
    {
        var rest = string.Join(' ', talk.Said.Words.Skip(at).Select(word => word.Written));
        return NameReader.Read(Utterance.Of(rest), isAsked: true, mayBeBare: true)?.Name;
    }
}
