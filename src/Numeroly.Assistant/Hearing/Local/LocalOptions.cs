using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing.Local;

/// <summary>A recogniser on this machine, with a model that the operator has put there.</summary>
public sealed class LocalOptions
{
    /// <summary>A folder with a sherpa-onnx or vosk model.</summary>
    public string? Model { get; set; }

    /// <summary>What the model knows, such as <c>vi</c> or <c>vi,en</c>; by default told from the folder's name, else both.</summary>
    public string? Languages { get; set; }

    /// <summary>Where <c>node_modules</c> with sherpa-onnx-node or vosk is; by default looked for from the working directory upwards.</summary>
    public string? Packages { get; set; }

    /// <summary>The Node.js program.</summary>
    public string Node { get; set; } = "node";

    public bool Knows(Language language)
    {
        var code = language is Language.Vi ? "vi" : "en";
        if (!string.IsNullOrWhiteSpace(Languages)) return Languages.Split(',', StringSplitOptions.TrimEntries).Contains(code, StringComparer.OrdinalIgnoreCase);

        var parts = Path.GetFileName(Path.TrimEndingDirectorySeparator(Model ?? "")).ToLowerInvariant().Split('-', '_', '.');
        var named = parts.Select(part => part switch { "vi" or "vn" or "vietnamese" => "vi", "en" or "us" or "english" => "en", _ => "" }).Where(part => part.Length > 0).ToList();
        return named.Count == 0 || named.Contains(code);
    }
}
