using Numeroly.Assistant.Replying.Guiding.Remembering;
using Numeroly.Assistant.Replying.Guiding.Understanding;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>Decides what an answer is about. The first kind of answer that fits is given; what must never be missed comes first.</summary>
internal static class Conversing
{
    public static Answer AnswerTo(ReplyRequest request)
    {
        var talk = new Talk(new Recollection(request));
        return request.Occasion switch
        {
            ReplyOccasion.Greeting => Greeting.Of(talk),
            ReplyOccasion.WelcomeBack => Greeting.AgainOf(talk),
            _ => Caring.Try(talk) ?? NotHearing.Try(talk) ?? Supposing.Try(talk) ?? Declining.Try(talk) ?? Fresh(talk, Learning.Try(talk) ?? Respond(talk)),
        };
    }

    // Nobody says in two answers running the same sentence, unless asked to; only the closing question may have to come again.
    private static Answer Fresh(Talk talk, Answer answer)
    {
        var last = Guiding.Sentences.Of(talk.Memory.Last.Text);
        if (Repeating.IsOne(talk, answer) || last.Count == 0) return answer;
        var fresh = answer.Sentences[..^1].RemoveAll(sentence => last.Contains(sentence));
        var closing = answer.Sentences[^1];
        var lead = fresh.IsEmpty && last.Contains(closing) ? talk.Say("once_more") : "";
        return answer with { Sentences = [.. Answer.Of([lead, .. fresh, closing]).Sentences] };
    }

    /// <summary>To what was said, or to an offer that was taken up.</summary>
    public static Answer Respond(Talk talk) =>
        Repeating.Try(talk)
        ?? AboutItself.Try(talk)
        ?? Comparing.Try(talk)
        ?? ExplainingOthers.Try(talk)
        ?? Working.Try(talk)
        ?? SmallTalk.OffSubject(talk)
        ?? Explaining.Try(talk)
        ?? Aspects.Try(talk)
        ?? FollowingUp.Try(talk)
        ?? SmallTalk.Try(talk)
        ?? NotUnderstanding.Of(talk);

    /// <summary>A question for what is still missing, or for what to talk about.</summary>
    public static string Onward(Talk talk) => (talk.Name, talk.BirthDate) switch
    {
        (null, null) => talk.Say("ask.name"),
        (_, null) => talk.Say("ask.date"),
        _ => Offers.Choice(talk),
    };

    /// <summary>Whether something was said that only makes sense in this conversation's subject.</summary>
    public static bool IsOnSubject(Utterance said) => !said.Subjects.IsEmpty || !said.Aspects.IsEmpty || !said.Values.IsEmpty;
}
