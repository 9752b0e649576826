namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>Words, but no meaning in them for this guide: first with examples, then with a choice.</summary>
internal static class NotUnderstanding
{
    public static Answer Of(Talk talk)
    {
        if (talk.SaidLately("not_understood") || talk.SaidLately("not_understood.again")) return Answer.Of(talk.Say("not_understood.again"), Conversing.Onward(talk));
        return Answer.Of(talk.Say("not_understood"), talk.Say(talk.BirthDate is null ? "not_understood.examples.unknown" : "not_understood.examples"));
    }
}
