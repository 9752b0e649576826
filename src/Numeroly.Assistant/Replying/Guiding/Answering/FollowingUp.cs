using Numeroly.Assistant.Replying.Guiding.Understanding;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>What only makes sense after what was said before: more, the next one, an example, yes, no.</summary>
internal static class FollowingUp
{
    public static Answer? Try(Talk talk)
    {
        if (BeforeAll(talk) is { } sooner) return sooner;
        var said = talk.Said;
        if (said.Does(Move.Example)) return Example(talk);
        if (said.DoesAny(Move.More, Move.Continue)) return More(talk);
        if (said.Does(Move.Next)) return Next(talk);
        if (said.Does(Move.Meaning) && said.Words.Length <= 8) return More(talk);
        if (talk.IsOffer) return Next(talk);
        if (said.DoesAny(Move.Second, Move.Latter) && said.IsShort && talk.Memory.Last.Offer is { Subjects: [_, var second, ..] }) return Explaining.Of(talk, second);
        if (IsYes(said)) return Yes(talk);
        if (IsNo(said)) return Answer.Of(talk.Say("no.fine"), Conversing.Onward(talk));
        return said.DoesAny(Move.DontKnow, Move.First) && said.IsShort ? Next(talk) : null;
    }

    // Feelings and farewells are heard before a yes or no in the same breath.
    private static Answer? BeforeAll(Talk talk) => talk.IsOffer ? null : SmallTalk.First(talk);

    private static Answer Yes(Talk talk) => talk.Memory.Last.Offer is { } offer ? Conversing.Respond(talk with { Said = offer, IsOffer = true }) : Next(talk);

    private static Answer More(Talk talk)
    {
        if (talk.Memory.LastAspect() is { } aspect && talk.BirthDate is not null) return Aspects.Of(talk, aspect);
        return talk.Memory.Topic() is { } topic && topic != Subject.MasterNumbers ? Explaining.Of(talk, topic) : Next(talk);
    }

    private static Answer Next(Talk talk)
    {
        if (talk.BirthDate is null && talk.Name is null) return Answer.Of(talk.Say("next.nobody"), Conversing.Onward(talk));
        return Offers.Next(talk, talk.Memory.Topic()) is { } subject ? Explaining.Of(talk, subject) : talk.BirthDate is null ? Answer.Of(talk.Say("ask.date")) : Answer.Of(talk.Say("next.none"), Conversing.Onward(talk));
    }

    private static Answer Example(Talk talk)
    {
        var topic = talk.Memory.Topic() ?? Subject.LifePath;
        if (Explaining.Missing(talk, topic) is { } missing) return missing;
        var sentences = talk.Chapters(topic).Take(1).SelectMany(chapter => Guiding.Sentences.Of(chapter.Paragraphs[^1])).ToList();
        var unheard = sentences.Where(sentence => !talk.Memory.WasTold(sentence)).ToList();
        return unheard.Count == 0 ? More(talk) : Answer.Of([talk.Say("example", ("subject", Naming.Of(topic, talk.Language))), .. Explaining.Portion(unheard, 3), Offers.After(talk, topic)]);
    }

    // "Có … không" is a question, not a yes.
    private static bool IsYes(Utterance said) =>
        said.MatchOf(Move.Yes) is { Start: <= 1 } && said.IsShort && !(said.Does(Move.Thanks) && said.Says("ok", "okay", "oke")) && (said.MatchOf(Move.No) is not { } no || no.Start == 0 == false && no.End < said.Words.Length);

    private static bool IsNo(Utterance said) => said.MatchOf(Move.No) is { Start: <= 1 } && said.Words.Length <= 8 || (said.Does(Move.Wrong) && said.IsShort);
}
