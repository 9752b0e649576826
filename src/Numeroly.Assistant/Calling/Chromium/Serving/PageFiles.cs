namespace Numeroly.Assistant.Calling.Chromium.Serving;

/// <summary>The built page: beside the program, or in the checkout that it was built from.</summary>
internal static class PageFiles
{
    public const string Missing =
        "The call page is not built, so the assistant converses in writing only. For voice run `npm run build -w @numeroly/call-page`, or name its folder in Assistant:Calling:Chromium:PageFolder.";

    private const string InCheckout = "src/Numeroly.Assistant/Calling/Chromium/page/dist";
    private const string BesideProgram = "call-page";

    private static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["page.html"] = "text/html; charset=utf-8",
        ["page.js"] = "text/javascript; charset=utf-8",
        ["capture.js"] = "text/javascript; charset=utf-8",
        ["playback.js"] = "text/javascript; charset=utf-8",
    };

    /// <summary>The folder that has all of it; null if there is none.</summary>
    public static string? Find(string? named) => Places(named).FirstOrDefault(folder => Types.Keys.All(file => File.Exists(Path.Combine(folder, file))));

    /// <summary>The type of one of its files; null for any other.</summary>
    public static string? TypeOf(string file) => Types.GetValueOrDefault(file);

    private static IEnumerable<string> Places(string? named)
    {
        if (named is not null) return [named];
        return [.. Above(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, InCheckout)), Path.Combine(AppContext.BaseDirectory, BesideProgram)];
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent) yield return at.FullName;
    }
}
