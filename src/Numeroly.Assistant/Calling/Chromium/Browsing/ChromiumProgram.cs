namespace Numeroly.Assistant.Calling.Chromium.Browsing;

/// <summary>Where the browser is on this machine.</summary>
internal static class ChromiumProgram
{
    public const string Missing =
        "There is no Chromium, so the assistant converses in writing only. For voice install one (apt-get install chromium), or name its program in CHROMIUM.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>The named program, or the first that is found under a usual name; null if there is none.</summary>
    /// <param name="named">As the settings name it.</param>
    /// <param name="searched">Folders, as the variable PATH lists them.</param>
    public static string? Find(string? named, string? searched)
    {
        if (!string.IsNullOrWhiteSpace(named)) return File.Exists(named) ? Path.GetFullPath(named) : null;
        var folders = (searched ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
