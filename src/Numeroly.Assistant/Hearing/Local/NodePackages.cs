namespace Numeroly.Assistant.Hearing.Local;

/// <summary>Finds the npm package that runs a model.</summary>
internal static class NodePackages
{
    /// <summary>The package for the kind of model a folder holds: vosk's have a folder <c>am</c>, sherpa-onnx's have not.</summary>
    public static string For(string model) => Directory.Exists(Path.Combine(model, "am")) ? "vosk" : "sherpa-onnx-node";

    /// <returns>The folder whose <c>node_modules</c> has the package; null when there is none.</returns>
    public static string? Find(string package, string? given)
    {
        string[] starts = given is null ? [Directory.GetCurrentDirectory(), AppContext.BaseDirectory] : [given];
        return starts.SelectMany(Upwards).FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "node_modules", package)));
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent) yield return at.FullName;
    }
}
