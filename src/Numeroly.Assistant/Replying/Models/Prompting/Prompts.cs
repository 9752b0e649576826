using System.Collections.Concurrent;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Models.Prompting;

/// <summary>What the model is told of its task, from the embedded texts.</summary>
internal static class Prompts
{
    private const string Divider = "\n---\n";

    private static readonly ConcurrentDictionary<Language, (string Rules, string Facts)> Texts = new();

    /// <summary>The same for everyone who speaks the language.</summary>
    public static string Rules(Language language) => Texts.GetOrAdd(language, Read).Rules;

    /// <summary>What is known of this person, and the day.</summary>
    public static string Facts(ReplyRequest request) => Texts.GetOrAdd(request.Language, Read).Facts
        .Replace("{today}", request.Language == Language.Vi ? $"{request.Today:dd/MM/yyyy}" : $"{request.Today:d MMMM yyyy}")
        .Replace("{facts}", PersonFacts.Of(request.Reading, request.Today, request.Language));

    private static (string Rules, string Facts) Read(Language language)
    {
        var name = $"prompts/{(language == Language.Vi ? "vi" : "en")}";
        using var stream = typeof(Prompts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The text {name} is not embedded in {typeof(Prompts).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var divider = text.IndexOf(Divider, StringComparison.Ordinal);
        return (text[..divider], text[(divider + Divider.Length)..]);
    }
}
