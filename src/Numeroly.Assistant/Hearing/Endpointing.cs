using System.Collections.Frozen;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing;

/// <summary>
/// How long a pause ends what somebody says into an open microphone, by what is understood of it so far: a whole question is
/// answered soon, and who stops in the middle of a thought is left to think.
/// </summary>
public static class Endpointing
{
    /// <summary>After what sounds complete.</summary>
    public static readonly TimeSpan AfterWhole = TimeSpan.FromMilliseconds(350);

    /// <summary>When the words do not tell, or none are known yet.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(600);

    /// <summary>After a word that asks for more.</summary>
    public static readonly TimeSpan AfterPart = TimeSpan.FromMilliseconds(1200);

    // Words that hardly ever end a sentence, and sounds that people make while they think.
    private static readonly FrozenDictionary<Language, FrozenSet<string>> Leading = new Dictionary<Language, FrozenSet<string>>
    {
        [Language.Vi] = Words("và với hoặc là thì nhưng nếu vì bởi của từ để khi rằng như những các một ngày tháng ờ ừm ơ"),
        [Language.En] = Words("and or but because if the a an of my your than so born um uh er erm hmm"),
    }.ToFrozenDictionary();

    // In Vietnamese a question ends with its own word, also where a recogniser writes no marks.
    private static readonly FrozenDictionary<Language, FrozenSet<string>> Closing = new Dictionary<Language, FrozenSet<string>>
    {
        [Language.Vi] = Words("gì sao nào không chưa nhỉ ạ hả nhé vậy"),
        [Language.En] = Words(""),
    }.ToFrozenDictionary();

    /// <param name="soFar">What is understood of the turn; it may still change.</param>
    public static TimeSpan PauseAfter(string soFar, Language language)
    {
        var text = soFar.AsSpan().TrimEnd();
        if (text.IsEmpty) return Usual;
        if (text[^1] is '?' or '!' or '.') return text.EndsWith("..") ? AfterPart : AfterWhole;
        if (text[^1] is ',' or '…' or ':') return AfterPart;
        var last = text[(text.LastIndexOf(' ') + 1)..].ToString().Normalize();
        return Leading[language].Contains(last) ? AfterPart : Closing[language].Contains(last) ? AfterWhole : Usual;
    }

    private static FrozenSet<string> Words(string spaced) =>
        spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
