namespace Numeroly.Assistant.Speaking.Espeak;

/// <summary>Finds an espeak on this machine: the system's program, or else the npm package with node to run it.</summary>
internal static class EspeakEngines
{
    private const string Script = "espeak-worker.mjs";

    /// <summary>An engine, or in a sentence why there is none and what to do.</summary>
    /// <param name="path">The folders where programs are, as the environment's PATH has them.</param>
    public static (IEspeakEngine? Engine, string? WhyNot) Find(EspeakOptions options, string? path, TimeProvider time)
    {
        if (options.Program is { Length: > 0 } told && !File.Exists(told))
            return (null, $"There is no offline voice: ESPEAK_PROGRAM says {told}, and there is no such file.");
        if ((options.Program ?? OnPath("espeak-ng", path)) is { Length: > 0 } program) return (new EspeakProgram(program), null);

        var node = options.Node ?? OnPath("node", path);
        var package = options.Package ?? NearestPackage();
        var script = Path.Combine(AppContext.BaseDirectory, Script);
        return node is not null && package is not null && File.Exists(script)
            ? (new EspeakWorker(node, script, package, time), null)
            : (null, "There is no offline voice: install espeak-ng (on Debian: apt-get install espeak-ng), or run npm install, which brings one.");
    }

    private static string? OnPath(string program, string? path) => (path ?? "/usr/local/bin:/usr/bin:/bin")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
        .FirstOrDefault(File.Exists);

    private static string? NearestPackage() => new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() }
        .SelectMany(Upwards)
        .Select(folder => Path.Combine(folder, "node_modules", "espeak-ng"))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "dist", "espeak-ng.wasm")));

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
