namespace Numeroly.EventStore.Tests.Schema;

/// <summary>Reads the column tables of a Markdown page: a heading with the table's name, then column, type, null, default.</summary>
internal static class MarkdownTables
{
    public sealed record Column(string Name, string Type, bool Nullable, string Default, string Note);

    /// <summary>The columns under the first heading that names the table.</summary>
    public static IReadOnlyList<Column> Read(string markdown, string table) => markdown.Split('\n')
        .SkipWhile(line => !(line.StartsWith("### ", StringComparison.Ordinal) && line.Split(' ').Contains(table)))
        .Skip(1)
        .TakeWhile(line => !line.StartsWith('#'))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| column |", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .SelectMany(cells => cells[1].Split(", ").Select(name =>
            new Column(name, cells[2], cells[3] == "yes", cells[4].Trim('`', '*'), cells.Length > 6 ? cells[5] : "")))
        .ToList();

    /// <summary>The nearest file of this relative path, looking upwards from the tests.</summary>
    public static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, path);
            if (File.Exists(file)) return file;
        }

        return null;
    }
}
