using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>The last answer again: the same, slower, shorter, or from where it was cut off.</summary>
internal static class Repeating
{
    private static readonly string[] Leads = ["repeat", "continue", "slower", "simpler"];

    public static Answer? Try(Talk talk)
    {
        var (said, last) = (talk.Said, talk.Memory.Last);
        if (Conversing.IsOnSubject(said) || last.Text.Length == 0) return null;
        if (last.Rest is { } rest && (said.DoesAny(Move.Continue, Move.More) || (said.Does(Move.Yes) && said.IsShort && last.Offer is null)))
            return Answer.Of(Guiding.Sentences.Of(rest).Prepend(talk.Say("continue")));
        if (said.Does(Move.Slower)) return Answer.Of(talk.Say("slower"), Core(talk, last.Text)).In(EmotionalTone.Neutral);
        if (said.Does(Move.Simpler)) return Answer.Of(talk.Say("simpler"), Core(talk, last.Text), talk.Say("simpler.offer")).In(EmotionalTone.Neutral);
        if (said.Does(Move.Repeat)) return Answer.Of(Guiding.Sentences.Of(last.Text).Where(sentence => !IsLead(talk, sentence)).Prepend(talk.Say("repeat")));
        return said.Does(Move.Stop) ? Answer.Of(talk.Say("stop")) : null;
    }

    /// <summary>Whether this answer says something again on purpose.</summary>
    public static bool IsOne(Talk talk, Answer answer) => IsLead(talk, answer.Sentences[0]);

    // What matters of an answer is said in its first two sentences.
    private static string Core(Talk talk, string text) => string.Join(' ', Guiding.Sentences.Of(text).Where(sentence => !sentence.EndsWith('?') && !IsLead(talk, sentence)).DefaultIfEmpty(text).Take(2));

    private static bool IsLead(Talk talk, string sentence) =>
        Leads.Any(key => Wording.Phrasebook.Of(talk.Language)[key].Contains(sentence));
}
