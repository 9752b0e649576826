using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Dates;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>Questions about the guide, about numerology, and about what it knows.</summary>
internal static class AboutItself
{
    private static readonly ImmutableArray<(Move Move, string Key)> Answers =
    [
        (Move.Recording, "about.recording"),
        (Move.WhoAreYou, "about.self"),
        (Move.HowAreYou, "about.feeling"),
        (Move.IsItTrue, "about.truth"),
        (Move.WhatIsNumerology, "about.numerology"),
        (Move.WhatCanYouDo, "about.help"),
    ];

    public static Answer? Try(Talk talk)
    {
        if (talk.IsOffer) return null;
        if (talk.Said.Does(Move.WhoAmI) && talk.Said.Subjects.IsEmpty) return WhoAmI(talk);
        foreach (var (move, key) in Answers)
        {
            var isMeant = talk.Said.Does(move) && (move is Move.Recording or Move.WhoAreYou or Move.HowAreYou or Move.IsItTrue || talk.Said.Subjects.IsEmpty);
            if (isMeant && !(move == Move.WhatIsNumerology && talk.Said.Aspects.Length > 0)) return Answer.Of(talk.Say(key), Conversing.Onward(talk)).In(EmotionalTone.Neutral);
        }

        return talk.Said.Subjects is [Subject.MasterNumbers, ..] && talk.Said.Values.IsEmpty ? Masters(talk) : null;
    }

    private static Answer Masters(Talk talk)
    {
        var own = talk.BirthDate is null ? [] : talk.Chapters(Subject.LifePath);
        var isMaster = own is [{ Value: "11" or "22/4" }, ..];
        return Answer.Of(talk.Say("about.masters"), own.IsEmpty ? "" : talk.Say(isMaster ? "about.masters.yes" : "about.masters.no", ("value", Wording.Spoken.Number(own[0].Value, talk.Language))), Conversing.Onward(talk)).In(EmotionalTone.Neutral);
    }

    private static Answer WhoAmI(Talk talk) => Answer.Of(
        (talk.Name, talk.BirthDate) switch
        {
            (null, null) => talk.Say("whoami.nobody"),
            ({ } name, null) => talk.Say("whoami.name", ("full", name)),
            (null, { } date) => talk.Say("whoami.date", ("date", SpokenDate.Of(date, talk.Language))),
            ({ } name, { } date) => talk.Say("whoami.both", ("full", name), ("date", SpokenDate.Of(date, talk.Language))),
        },
        Conversing.Onward(talk));
}
