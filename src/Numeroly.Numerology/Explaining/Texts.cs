using System.Collections.Concurrent;

namespace Numeroly.Numerology.Explaining;

/// <summary>The embedded text files, each read once.</summary>
internal static class Texts
{
    private static readonly ConcurrentDictionary<string, TextFile> Files = new(StringComparer.Ordinal);

    public static TextFile Of(string file, Language language) => Files.GetOrAdd($"{(language == Language.Vi ? "vi" : "en")}/{file}", Read);

    public static TextSection Section(string file, string key, Language language) =>
        Of(file, language).Sections.TryGetValue(key, out var section)
            ? section
            : throw new ArgumentOutOfRangeException(nameof(key), key, $"There is no text for {key} in {file} ({language}).");

    private static TextFile Read(string name)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The text file {name} is not embedded in {typeof(Texts).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return TextFile.Parse(reader.ReadToEnd());
    }
}
