using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>Feelings, farewells and what is not about numbers.</summary>
internal static class SmallTalk
{
    private static readonly ImmutableHashSet<Subject> Times =
        [Subject.PersonalYear, Subject.PersonalMonth, Subject.PersonalDay, Subject.NextYear, Subject.NextMonth, Subject.Tomorrow, Subject.Overview];

    /// <summary>What comes before any yes or no in the same breath.</summary>
    public static Answer? First(Talk talk)
    {
        var said = talk.Said;
        if (said.Does(Move.Bye)) return Bye(talk);
        if (said.Does(Move.Disagreement)) return Answer.Of(talk.Say("disagreement"), Conversing.Onward(talk));
        if (said.Does(Move.Insult)) return Answer.Of(talk.Say("insult"), Conversing.Onward(talk)).In(EmotionalTone.Neutral);
        if (said.Does(Move.Future)) return Answer.Of(talk.Say("future"), talk.BirthDate is null ? Conversing.Onward(talk) : talk.Say("future.onward")).In(EmotionalTone.Neutral);
        return null;
    }

    /// <summary>Feelings, other arts and other matters, even where today or this year is named with them.</summary>
    public static Answer? OffSubject(Talk talk)
    {
        if (!talk.IsOffer && talk.Said.Does(Move.Sadness) && talk.Said.Aspects.IsEmpty && talk.Said.Subjects.All(Times.Contains)) return Sadness(talk);
        if (talk.IsOffer || !talk.Said.DoesAny(Move.OtherArts, Move.OffTopic) || talk.Said.Subjects.Any(subject => !Times.Contains(subject))) return null;
        return Answer.Of(talk.Say(talk.Said.Does(Move.OtherArts) ? "decline.arts" : "decline.other"), Conversing.Onward(talk)).In(EmotionalTone.Neutral);
    }

    public static Answer? Try(Talk talk)
    {
        var said = talk.Said;
        if (said.Does(Move.Thanks)) return Answer.Of(talk.Say("thanks"), Conversing.Onward(talk));
        if (said.Does(Move.Praise)) return Answer.Of(talk.Say("praise"), Offers.After(talk, talk.Memory.Topic() ?? Subject.LifePath)).In(EmotionalTone.Energetic);
        if (said.Does(Move.Greeting)) return Answer.Of(talk.Say("greet.back"), Conversing.Onward(talk));
        if (said.Does(Move.Decision)) return Answer.Of(talk.Say("decision"), Conversing.Onward(talk)).In(EmotionalTone.Neutral);
        return said.Does(Move.Lunar) ? Answer.Of(talk.Say("ask.solar")) : null;
    }

    private static Answer Bye(Talk talk)
    {
        var thought = talk.BirthDate is null ? [] : talk.Chapters(Subject.PersonalDay);
        return Answer.Of(talk.Say("bye"), thought.IsEmpty ? talk.Say("bye.thought") : talk.Say("bye.thought.day", ("thought", Guiding.Sentences.Of(thought[0].Paragraphs[1])[0])));
    }

    private static Answer Sadness(Talk talk)
    {
        var balance = talk.Name is null ? [] : talk.Chapters(Subject.Balance);
        return Answer.Of(talk.Say("sadness"), balance.IsEmpty ? "" : talk.Say("sadness.balance"), balance.IsEmpty ? "" : balance[0].Summary, talk.Say("sadness.closing"));
    }
}
