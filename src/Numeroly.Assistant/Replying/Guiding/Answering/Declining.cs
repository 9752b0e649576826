using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>What numbers cannot say and this guide never promises: who to turn to, and what can be talked about instead.</summary>
internal static class Declining
{
    private static readonly ImmutableArray<(Move Move, string Key, string Onward)> Limits =
    [
        (Move.Injection, "decline.other", ""),
        (Move.Death, "decline.death", "decline.death.onward"),
        (Move.Pregnancy, "decline.pregnancy", "decline.pregnancy.onward"),
        (Move.Lottery, "decline.lottery", "decline.lottery.onward"),
        (Move.Medical, "decline.medical", "decline.medical.onward"),
        (Move.Legal, "decline.legal", "decline.legal.onward"),
        (Move.Financial, "decline.financial", "decline.financial.onward"),
    ];

    public static Answer? Try(Talk talk)
    {
        foreach (var (move, key, onward) in Limits)
            if (talk.Said.Does(move)) return Answer.Of(talk.Say(key), talk.BirthDate is null || onward.Length == 0 ? Conversing.Onward(talk) : talk.Say(onward)).In(EmotionalTone.Neutral);
        return null;
    }
}
