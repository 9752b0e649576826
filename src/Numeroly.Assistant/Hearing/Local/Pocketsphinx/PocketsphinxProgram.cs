namespace Numeroly.Assistant.Hearing.Local.Pocketsphinx;

/// <summary>Where pocketsphinx and its English model are on this machine, as Debian's <c>pocketsphinx</c> and <c>pocketsphinx-en-us</c> put them.</summary>
public sealed record PocketsphinxProgram(string Executable, string Model)
{
    private static readonly string[] Models = ["/usr/share/pocketsphinx/model/en-us", "/usr/local/share/pocketsphinx/model/en-us", "/opt/homebrew/share/pocketsphinx/model/en-us"];

    public string AcousticModel => Path.Combine(Model, "en-us");

    public string Dictionary => Path.Combine(Model, "cmudict-en-us.dict");

    /// <param name="searchPath">The variable PATH.</param>
    public static PocketsphinxProgram? Find(string? searchPath)
    {
        if (OperatingSystem.IsWindows()) return null;
        var executable = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "pocketsphinx_continuous")).FirstOrDefault(File.Exists);
        var model = Models.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "cmudict-en-us.dict")));
        return executable is null || model is null ? null : new(executable, model);
    }
}
