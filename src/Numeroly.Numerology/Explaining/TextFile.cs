using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Numeroly.Numerology.Explaining;

/// <summary>
/// One embedded text file. <c># name</c>, then lines <c>phillips: other name</c> for systems that call it otherwise, then
/// sections <c>## key · title</c>, each a sentence and paragraphs, parted by empty lines.
/// </summary>
/// <param name="Names">By system; the empty key is the name where none is said.</param>
internal sealed record TextFile(FrozenDictionary<string, string> Names, FrozenDictionary<string, TextSection> Sections)
{
    private const string SectionMark = "## ";

    public static TextFile Parse(string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split($"\n{SectionMark}");
        return new(
            parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(NameOf).ToFrozenDictionary(name => name.System, name => name.Name),
            parts[1..].Select(TextSection.Parse).ToFrozenDictionary(section => section.Key));
    }

    public string NameBy(NumerologySystem system) => Names.GetValueOrDefault(system.Text(), Names[""]);

    private static (string System, string Name) NameOf(string line)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal)) return ("", line[2..].Trim());
        var parts = line.Split(": ", 2);
        return (parts[0], parts[1].Trim());
    }
}

/// <summary>One entry of a text file.</summary>
/// <param name="Paragraphs">The first is the summary.</param>
internal sealed record TextSection(string Key, string Title, ImmutableArray<string> Paragraphs)
{
    public static TextSection Parse(string text)
    {
        var parts = text.Split('\n', 2);
        var heading = parts[0].Split(" · ", 2);
        return new(heading[0].Trim(), heading.Length > 1 ? heading[1].Trim() : "", [.. ParagraphsOf(parts.Length > 1 ? parts[1] : "")]);
    }

    private static IEnumerable<string> ParagraphsOf(string text) => text
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(paragraph => paragraph.Trim().Replace('\n', ' '))
        .Where(paragraph => paragraph.Length > 0);
}
