using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Understanding;

namespace Numeroly.Assistant.Replying.Guiding.Remembering;

/// <summary>What the assistant said last, and what it asked or offered with it.</summary>
/// <param name="Text">All of it, as it was meant to be said.</param>
/// <param name="Rest">What the person did not hear of it, from the beginning of the sentence that was cut; null when they heard all.</param>
/// <param name="Offer">The last question of what was heard.</param>
/// <param name="Asked">What it asked for, if it asked for something.</param>
internal sealed record LastAnswer(string Text, string? Rest, Utterance? Offer, Question? Asked)
{
    private static readonly ImmutableArray<Question> ByWeight =
        [Question.WhichDate, Question.OtherBirthDate, Question.BirthYear, Question.FullName, Question.BirthDate, Question.OtherName, Question.Name];

    public static LastAnswer None { get; } = new("", null, null, null);

    public static LastAnswer Of(Said said)
    {
        var rest = said.Heard is { } heard ? RestOf(said.Text, heard) : null;
        var known = rest is null ? said.Text : said.Text[..^rest.Length];
        var question = Sentences.Of(known).LastOrDefault(sentence => sentence.EndsWith('?'));
        if (question is null) return new(said.Text, rest, null, null);

        var found = Lexicon.OfQuestions.Find(Words.In(question));
        Question? asked = null;
        foreach (var candidate in ByWeight.Reverse())
            if (found.Any(match => match.Concept.Value == (int)candidate)) asked = candidate;
        return new(said.Text, rest, Utterance.Of(question), asked);
    }

    /// <returns>Null when nothing worth saying is left.</returns>
    private static string? RestOf(string text, string heard)
    {
        var at = EndOfHeard(text, heard);
        var start = 0;
        foreach (var sentence in Sentences.Of(text))
        {
            var begins = text.IndexOf(sentence, start, StringComparison.Ordinal);
            if (begins + sentence.Length > at) return text[begins..];
            start = begins + sentence.Length;
        }

        return null;
    }

    // What was heard is told in words that may be spaced or closed otherwise than the text, so letters are counted.
    private static int EndOfHeard(string text, string heard)
    {
        var letters = heard.Count(char.IsLetterOrDigit);
        var at = 0;
        while (at < text.Length && letters > 0)
        {
            if (char.IsLetterOrDigit(text[at])) letters--;
            at++;
        }

        while (at < text.Length && !char.IsLetterOrDigit(text[at]) && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
