namespace Numeroly.Api.Configuring;

/// <summary>Reads a <c>.env</c> file: lines of NAME=value, comments with #, values optionally in quotes.</summary>
public static class DotEnv
{
    public static IReadOnlyDictionary<string, string?> Read(string file) => File.Exists(file)
        ? File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#' && line.Contains('='))
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .GroupBy(pair => pair[0], StringComparer.Ordinal)
            .ToDictionary(pairs => pairs.Key, pairs => (string?)Unquote(pairs.Last()[1]), StringComparer.Ordinal)
        : new Dictionary<string, string?>(StringComparer.Ordinal);

    private static string Unquote(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;
}
