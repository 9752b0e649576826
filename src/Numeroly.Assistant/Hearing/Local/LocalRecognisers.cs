using Numeroly.Assistant.Hearing.Local.Pocketsphinx;

namespace Numeroly.Assistant.Hearing.Local;

/// <summary>What can recognise speech on this machine without an account.</summary>
/// <param name="Recognisers">The better first.</param>
/// <param name="Missing">A sentence for each that is not there, with what to do.</param>
public sealed record LocalRecognisers(IReadOnlyList<Func<IServiceProvider, ISpeechToText>> Recognisers, IReadOnlyList<string> Missing)
{
    public const string WithoutPocketsphinx =
        "English is not recognised on this machine because pocketsphinx is not installed: Debian and Ubuntu have it as pocketsphinx and pocketsphinx-en-us.";

    /// <param name="searchPath">The variable PATH.</param>
    public static LocalRecognisers Find(LocalOptions options, string? searchPath)
    {
        List<Func<IServiceProvider, ISpeechToText>> found = [];
        List<string> missing = [];
        if (PocketsphinxProgram.Find(searchPath) is { } program) found.Add(_ => new PocketsphinxSpeechToText(program));
        else missing.Add(WithoutPocketsphinx);
        return new(found, missing);
    }
}
