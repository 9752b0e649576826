using Numeroly.Assistant.Replying.Guiding.Telling;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Assistant.Replying.Guiding.Wording;
using Numeroly.Numerology;
using Numeroly.Numerology.Explaining;
using Language = Numeroly.Events.Conversations.Language;

namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>What a subject is called in the middle of a sentence.</summary>
internal static class Naming
{
    public static string Of(Subject subject, Language language)
    {
        if (Phrasebook.Of(language).Has($"name.{subject}")) return Phrasebook.Of(language)[$"name.{subject}"][0];
        var system = subject is Subject.LifePath or Subject.Birthday ? NumerologySystem.Phillips : NumerologySystem.Pythagorean;
        var key = Needs.Key(subject) ?? NumberKey.LifePath;
        return Spoken.Small(Explanations.NameOf(key, system, language == Language.Vi ? Numerology.Explaining.Language.Vi : Numerology.Explaining.Language.En));
    }
}
