using System.Globalization;
using System.Text;

namespace Numeroly.Daily.Resilience;

/// <summary>Builds the path and query of a request, with every part escaped.</summary>
internal static class RequestPath
{
    /// <exception cref="ArgumentException">A part is empty or would climb to another path: deleting the room ""
    /// must never turn into a request to all rooms.</exception>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var path = new StringBuilder();
        foreach (var part in parts)
        {
            if (string.IsNullOrWhiteSpace(part) || part is "." or "..")
                throw new ArgumentException($"'{part}' cannot be a part of a path at Daily.", nameof(parts));
            if (path.Length > 0)
                path.Append('/');
            path.Append(Uri.EscapeDataString(part));
        }

        return path.ToString();
    }

    public static string WithQuery(this string path, params ReadOnlySpan<(string Name, object? Value)> query)
    {
        var whole = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            var text = Text(value);
            if (text is null)
                continue;
            whole.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(text));
            separator = '&';
        }

        return whole.ToString();
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        TimeSpan span => ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
