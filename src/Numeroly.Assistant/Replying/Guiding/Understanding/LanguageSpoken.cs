using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Understanding;

/// <summary>Tells which language somebody plainly spoke.</summary>
internal static class LanguageSpoken
{
    // Everyday words that the other language has not, even without marks; terms of numerology are said in both.
    private static readonly HashSet<string> English =
    [
        "what", "whats", "is", "are", "was", "were", "the", "of", "and", "my", "me", "i", "im", "you", "your", "how", "why", "when", "who", "tell", "about", "please", "yes",
        "does", "do", "did", "dont", "it", "its", "this", "that", "with", "for", "can", "could", "would", "should", "have", "has", "more", "not", "born", "name", "mean", "means",
        "want", "know", "explain", "give", "thank", "thanks", "hello", "speak", "english", "next", "another", "again", "say", "he", "she", "they", "his", "her", "we", "in", "on",
        "am", "will", "be", "there", "any", "if", "but", "all", "ignore", "write", "show", "think", "from", "at", "by", "or", "really", "much", "many", "something", "someone", "buy", "get",
    ];

    private static readonly HashSet<string> Vietnamese =
    [
        "cua", "minh", "toi", "gi", "duoc", "khong", "nao", "nhu", "voi", "hoi", "biet", "noi", "nghe", "sinh", "ngay", "thang", "vay", "nhe", "nua", "cho", "ve", "roi", "muon",
        "tieng", "viet", "bao", "nhieu", "vi", "sao", "tinh", "xem", "giup", "cam", "chao", "la",
    ];

    /// <returns>Null when it cannot be told.</returns>
    public static Language? In(Utterance said)
    {
        var (english, vietnamese) = (0, 0);
        foreach (var word in said.Words)
        {
            if (word.IsMarked || Vietnamese.Contains(word.Plain)) vietnamese++;
            else if (English.Contains(word.Plain)) english++;
        }

        if (english >= 2 && vietnamese == 0) return Language.En;
        if (english >= 3 && english > 3 * vietnamese) return Language.En;
        return vietnamese >= 2 && vietnamese > english ? Language.Vi : null;
    }

    /// <summary>The language of something the assistant said.</summary>
    public static Language? OfAnswer(string text) => text.Length == 0 ? null : text.Any(Marks.IsMarked) ? Language.Vi : Language.En;
}
