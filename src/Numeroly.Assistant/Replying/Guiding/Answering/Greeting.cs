namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>The first words, and those to somebody who comes back.</summary>
internal static class Greeting
{
    public static Answer Of(Talk talk) => Answer.Of(
        talk.Say(talk.Call.Length > 0 ? "greet.known" : "greet.unknown"),
        talk.Say("greet.purpose"),
        talk.Name is not null && talk.BirthDate is not null ? talk.Say("ask.start") : Conversing.Onward(talk));

    public static Answer AgainOf(Talk talk)
    {
        var topic = talk.Memory.Topic();
        return topic is { } subject && talk.BirthDate is not null
            ? Answer.Of(talk.Say("welcome_back"), talk.Say("welcome_back.topic", ("subject", Naming.Of(subject, talk.Language))))
            : Answer.Of(talk.Say("welcome_back"), Conversing.Onward(talk));
    }
}
