using System.Globalization;

namespace Numeroly.Soak;

/// <summary>A process and all that it started, directly or not, as the system's process files tell.</summary>
internal static class ProcessTree
{
    private const string Files = "/proc";

    /// <summary>Which process it was: an id alone may be given out again.</summary>
    public readonly record struct Identity(int Id, string StartedAt);

    public static IReadOnlyList<Identity> Of(int root)
    {
        var all = Directory.EnumerateDirectories(Files)
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, out _))
            .Select(name => Stat(int.Parse(name!, CultureInfo.InvariantCulture)))
            .OfType<(Identity Process, int Parent)>()
            .ToList();
        var children = all.ToLookup(process => process.Parent, process => process.Process);
        var tree = all.Where(process => process.Process.Id == root).Select(process => process.Process).ToList();
        for (var next = 0; next < tree.Count; next++) tree.AddRange(children[tree[next].Id]);
        return tree;
    }

    public static bool IsAlive(Identity process) => Stat(process.Id) is { } now && now.Process == process;

    public static string CommandLine(int id) => Read(id, "cmdline").Replace('\0', ' ');

    /// <summary>Kilobytes from the sum over its memory maps, such as <c>Pss</c>; 0 once it is gone.</summary>
    public static long Kilobytes(int id, params IReadOnlyList<string> names) => Read(id, "smaps_rollup")
        .Split('\n')
        .Select(line => line.Split(':', 2))
        .Where(line => line.Length == 2 && names.Contains(line[0]))
        .Sum(line => long.Parse(line[1].Replace("kB", "").Trim(), CultureInfo.InvariantCulture));

    public static int Threads(int id) => Count(id, "task");

    public static int Descriptors(int id) => Count(id, "fd");

    // The name stands in brackets and may have anything in it; what follows is: state, parent, ... , the time it started.
    private static (Identity Process, int Parent)? Stat(int id)
    {
        var text = Read(id, "stat");
        if (text.LastIndexOf(')') is var end && end < 0) return null;
        var fields = text[(end + 2)..].Split(' ');
        return fields[0] is "Z" or "X" ? null : (new Identity(id, fields[19]), int.Parse(fields[1], CultureInfo.InvariantCulture));
    }

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"{Files}/{id}/{file}");
        }
        catch (IOException)
        {
            return ""; // It has just ended.
        }
    }

    private static int Count(int id, string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"{Files}/{id}/{folder}").Count();
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }
}
