using Npgsql;

namespace Numeroly.Api.Store;

/// <summary>Reads <c>DATABASE_URL</c>.</summary>
internal static class ConnectionString
{
    /// <summary>
    /// Accepts <c>postgres://user:password@host:port/database?option=value</c>, with several hosts separated by commas, and
    /// Npgsql's own <c>Host=…;Database=…</c>. Options not given get our defaults.
    /// </summary>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        var builder = text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal)
            ? FromUrl(text)
            : new NpgsqlConnectionStringBuilder(text);

        Default("Timezone", "UTC");
        Default("Max Auto Prepare", 100);
        Default("Auto Prepare Min Usages", 2);
        Default("Keepalive", 10);
        Default("Timeout", 5);
        Default("Command Timeout", 15);
        Default("Maximum Pool Size", 60);
        Default("Application Name", "numeroly");
        if (builder.Host?.Contains(',') == true) Default("Target Session Attributes", "primary");
        return builder;

        void Default(string option, object value)
        {
            if (!builder.ContainsKey(option) || !builder.ShouldSerialize(option)) builder[option] = value;
        }
    }

    private static NpgsqlConnectionStringBuilder FromUrl(string url)
    {
        var rest = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var (authority, pathAndQuery) = Cut(rest, '/');
        var at = authority.LastIndexOf('@');
        var (user, password) = at < 0 ? ("", "") : Cut(authority[..at], ':');
        var (database, query) = Cut(pathAndQuery, '?');

        var builder = new NpgsqlConnectionStringBuilder { Host = authority[(at + 1)..] };
        if (user.Length > 0) builder.Username = Uri.UnescapeDataString(user);
        if (password.Length > 0) builder.Password = Uri.UnescapeDataString(password);
        if (database.Length > 0) builder.Database = Uri.UnescapeDataString(database);
        foreach (var option in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Cut(option, '=');
            builder[name == "sslmode" ? "SSL Mode" : Uri.UnescapeDataString(name)] = Uri.UnescapeDataString(value);
        }

        return builder;
    }

    private static (string Before, string After) Cut(string text, char at)
    {
        var place = text.IndexOf(at);
        return place < 0 ? (text, "") : (text[..place], text[(place + 1)..]);
    }
}
