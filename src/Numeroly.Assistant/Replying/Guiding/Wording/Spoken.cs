using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Wording;

/// <summary>Turns what is written for the eye into what is said.</summary>
internal static partial class Spoken
{
    private const int TimeoutMilliseconds = 1000;

    // As many as the texts have, in the few voices they are spoken in.
    private static readonly ConcurrentDictionary<(string Text, Language Language), string> Paragraphs = new();

    /// <summary>A number as it is shown, such as 22/4, the way one says it.</summary>
    public static string Number(string display, Language language)
    {
        var parts = display.Split('/');
        if (parts.Length == 1) return display;
        return language == Language.Vi ? $"{parts[0]}, rút gọn là {parts[1]}" : $"{parts[0]}, which reduces to {parts[1]}";
    }

    /// <summary>The same in passing: 22 for 22/4.</summary>
    public static string Short(string display) => display.Split('/')[0];

    /// <summary>A paragraph of the texts.</summary>
    public static string Paragraph(string text, Language language) => Paragraphs.GetOrAdd((text, language), static key => Speak(key.Text, key.Language));

    private static string Speak(string text, Language language)
    {
        var spoken = Letters().Replace(text, "");
        spoken = Reduced().Replace(spoken, match => Reduce(match, language));
        spoken = Line().Replace(spoken, ", ");
        spoken = spoken.Replace("?\", ", "?\" ").Replace("“", "\"").Replace("”", "\"");
        return Capital(spoken.Trim());
    }

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Small(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>The text without its full stop, to go on in the middle of a sentence.</summary>
    public static string Inner(string sentence) => Small(sentence.TrimEnd('.', ' '));

    /// <summary>a, b and c.</summary>
    public static string List(IReadOnlyList<string> parts, Language language) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} {(language == Language.Vi ? "và" : "and")} {parts[^1]}",
    };

    private static string Reduce(Match match, Language language)
    {
        var isFirst = match.Index == 0;
        var (number, root) = (match.Groups["number"].Value, match.Groups["root"].Value);
        return (language, isFirst) switch
        {
            (Language.Vi, true) => number == "22" ? "Số 22" : $"Số {number}, rút gọn là {root},",
            (Language.Vi, false) => number == "22" ? "số 22" : $"{number}, rút gọn là {root},",
            (_, true) => number == "22" ? "Twenty-two" : $"The number {number}, which reduces to {root},",
            _ => number == "22" ? "22" : $"{number}, which reduces to {root},",
        };
    }

    [GeneratedRegex(@"^[A-Z](, [A-Z])+: ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Letters();

    [GeneratedRegex(@"(?<number>\d\d)/(?<root>\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Reduced();

    [GeneratedRegex(@"(?<=\d)-(?=\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Line();
}
