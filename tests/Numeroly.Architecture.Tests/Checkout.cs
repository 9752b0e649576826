using System.Runtime.CompilerServices;

namespace Numeroly.Architecture.Tests;

/// <summary>The source tree these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    /// <summary>Source files below a folder, without what builds make.</summary>
    public static IEnumerable<string> Sources(string folder, string pattern = "*.cs") => Directory
        .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "node_modules"]).Any());

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
