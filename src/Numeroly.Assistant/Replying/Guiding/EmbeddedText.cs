namespace Numeroly.Assistant.Replying.Guiding;

/// <summary>The text files that are part of this assembly: what is understood, and what is said.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines that are neither empty nor a remark.</summary>
    /// <param name="file">Below this folder, without ending.</param>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"guiding/{file}")
            ?? throw new InvalidOperationException($"The text file {file} is not embedded in {typeof(EmbeddedText).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))];
    }

    /// <summary>The names of all files of a folder.</summary>
    public static IEnumerable<string> Files(string folder) => typeof(EmbeddedText).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith($"guiding/{folder}/", StringComparison.Ordinal))
        .Select(name => name["guiding/".Length..])
        .Order(StringComparer.Ordinal);
}
