using Microsoft.Extensions.DependencyInjection;
using Numeroly.Assistant.Hearing.Bounding;
using Numeroly.Assistant.Hearing.Local.Pocketsphinx;
using Numeroly.Assistant.Hearing.Local.Worker;

namespace Numeroly.Assistant.Hearing.Local;

/// <summary>What can recognise speech on this machine without an account.</summary>
/// <param name="Recognisers">The better first.</param>
/// <param name="Missing">A sentence for each that is not there, with what to do.</param>
public sealed record LocalRecognisers(IReadOnlyList<Func<IServiceProvider, ISpeechToText>> Recognisers, IReadOnlyList<string> Missing)
{
    public const string WithoutPocketsphinx =
        "English is not recognised on this machine by pocketsphinx, which is not installed: Debian and Ubuntu have it as pocketsphinx and pocketsphinx-en-us.";

    /// <param name="searchPath">The variable PATH.</param>
    public static LocalRecognisers Find(LocalOptions options, TimeLimits limits, string? searchPath)
    {
        List<Func<IServiceProvider, ISpeechToText>> found = [];
        List<string> missing = [];
        if (!string.IsNullOrWhiteSpace(options.Model))
        {
            var package = NodePackages.For(options.Model);
            if (!Directory.Exists(options.Model)) missing.Add($"LOCAL_STT_MODEL is '{options.Model}', where there is no folder.");
            else if (NodePackages.Find(package, options.Packages) is { } packages)
                found.Add(provider => new WorkerSpeechToText(options, packages, limits, provider.GetRequiredService<TimeProvider>()));
            else missing.Add($"The model in LOCAL_STT_MODEL needs the npm package {package}, which is not installed: npm install {package}.");
        }

        if (PocketsphinxProgram.Find(searchPath) is { } program) found.Add(_ => new PocketsphinxSpeechToText(program));
        else missing.Add(WithoutPocketsphinx);
        return new(found, missing);
    }
}
