using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>Somebody may be in danger: no numbers now, but warmth, and where help is.</summary>
internal static class Caring
{
    public static Answer? Try(Talk talk)
    {
        if (talk.Said.Does(Move.Crisis)) return Answer.Of(talk.Say("crisis"), talk.Say("crisis.help"), talk.Say("crisis.stay")).In(EmotionalTone.Warm);
        var wasInCrisis = talk.JustSaid("crisis.help") || talk.JustSaid("crisis.after");
        return wasInCrisis && !Conversing.IsOnSubject(talk.Said) && !talk.Said.DoesAny(Move.Thanks, Move.Bye) ? Answer.Of(talk.Say("crisis.after")) : null;
    }
}
