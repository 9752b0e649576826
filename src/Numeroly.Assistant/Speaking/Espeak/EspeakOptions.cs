namespace Numeroly.Assistant.Speaking.Espeak;

/// <summary>The offline voice. Bound from <c>Assistant:Speaking:Espeak</c>.</summary>
public sealed class EspeakOptions
{
    public const string Section = "Assistant:Speaking:Espeak";

    /// <summary>The path of <c>espeak-ng</c>. Default: the one on the PATH.</summary>
    public string? Program { get; set; }

    /// <summary>The folder of the npm package <c>espeak-ng</c>, for machines without the program. Default: the nearest <c>node_modules</c>.</summary>
    public string? Package { get; set; }

    /// <summary>The path of <c>node</c>, which runs the package. Default: the one on the PATH.</summary>
    public string? Node { get; set; }

    public string VoiceVi { get; set; } = "vi+f3";

    public string VoiceEn { get; set; } = "en-us+f3";
}
