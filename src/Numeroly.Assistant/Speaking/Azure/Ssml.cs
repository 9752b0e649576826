using System.Collections.Frozen;
using System.Security;
using System.Xml;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Speaking.Azure;

/// <summary>A sentence in Azure's markup. The text is only ever text: nothing in it can become markup.</summary>
internal static class Ssml
{
    // From the documented table of styles; a voice that does not know a style may refuse the whole request.
    private static readonly FrozenSet<string> VoicesWithStyles = new[]
    {
        "en-US-AriaNeural", "en-US-DavisNeural", "en-US-GuyNeural", "en-US-JaneNeural", "en-US-JasonNeural",
        "en-US-JennyNeural", "en-US-NancyNeural", "en-US-SaraNeural", "en-US-TonyNeural",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string Of(SpeechRequest request, string voice)
    {
        var language = request.Language == Language.Vi ? "vi-VN" : "en-US";
        var (rate, pitch) = ProsodyFor(request.Tone);
        var spoken = $"""<prosody rate="{rate}" pitch="{pitch}">{Escaped(request.Text)}</prosody>""";
        var styled = StyleFor(request.Tone) is { } style && VoicesWithStyles.Contains(voice)
            ? $"""<mstts:express-as style="{style}">{spoken}</mstts:express-as>"""
            : spoken;
        return $"""<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xmlns:mstts="https://www.w3.org/2001/mstts" xml:lang="{language}"><voice name="{Escaped(voice)}">{styled}</voice></speak>""";
    }

    private static (string Rate, string Pitch) ProsodyFor(EmotionalTone tone) => tone switch
    {
        EmotionalTone.Warm => ("-4%", "-2%"),
        EmotionalTone.Energetic => ("+6%", "+4%"),
        _ => ("+0%", "+0%"),
    };

    private static string? StyleFor(EmotionalTone tone) => tone switch
    {
        EmotionalTone.Warm => "friendly",
        EmotionalTone.Energetic => "cheerful",
        _ => null,
    };

    private static string Escaped(string text) => SecurityElement.Escape(string.Concat(text.Where((_, at) => IsAllowed(text, at))));

    private static bool IsAllowed(string text, int at) =>
        char.IsSurrogate(text[at])
            ? (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]))
            : XmlConvert.IsXmlChar(text[at]);
}
