namespace Numeroly.Assistant.Replying.Guiding;

/// <summary>Takes a text apart into the sentences a voice would speak.</summary>
internal static class Sentences
{
    private const string Ends = ".!?…";
    private const string Closings = "\"”’)";

    public static IReadOnlyList<string> Of(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Ends.Contains(text[at])) continue;
            while (at + 1 < text.Length && (Ends.Contains(text[at + 1]) || Closings.Contains(text[at + 1]))) at++;
            if (at + 1 < text.Length && !(char.IsWhiteSpace(text[at + 1]) && BeginsASentence(text, at + 2))) continue;
            Add(sentences, text[start..(at + 1)]);
            start = at + 1;
        }

        Add(sentences, text[start..]);
        return sentences;
    }

    // After “what do you need?” a sentence may go on in lower case.
    private static bool BeginsASentence(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at >= text.Length || !char.IsLower(text[at]);
    }

    private static void Add(List<string> sentences, string sentence)
    {
        var trimmed = sentence.Trim();
        if (trimmed.Length > 0) sentences.Add(trimmed);
    }
}
