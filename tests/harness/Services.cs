using System.Net.Http.Json;

namespace Numeroly.Harness;

/// <summary>
/// The servers that tests run against: real PostgreSQL and a real Redis-protocol server, started by <c>npm test</c> or,
/// for runs from an editor, by <c>npm run harness</c>.
/// </summary>
public static class Services
{
    private static readonly Lazy<Task<Addresses>> Found = new(FindAsync);

    /// <summary>Control of the harness itself: see <see cref="PrivateServer"/>.</summary>
    public static HttpClient Control { get; } = new() { BaseAddress = ControlAddress(), Timeout = TimeSpan.FromSeconds(90) };

    public static async Task<string> PostgresUrlAsync() => (await Found.Value).Postgres;

    public static async Task<string> RedisUrlAsync() => (await Found.Value).Redis;

    private static async Task<Addresses> FindAsync() =>
        await Control.GetFromJsonAsync<Addresses>("/") ?? throw new InvalidOperationException("The test harness does not say where its servers are.");

    private static Uri ControlAddress()
    {
        var address = Environment.GetEnvironmentVariable("NUMEROLY_HARNESS") ?? AddressLeftByHarness();
        return address is null
            ? throw new InvalidOperationException("These tests need PostgreSQL and Redis. Run them with 'npm test', or start 'npm run harness' first.")
            : new Uri(address);
    }

    private static string? AddressLeftByHarness()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, ".data", "test", "harness.json");
            if (File.Exists(file)) return System.Text.Json.JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("url").GetString();
        }

        return null;
    }

    private sealed record Addresses(string Postgres, string Redis);
}
