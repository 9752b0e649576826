using System.Net;
using Alba;
using Numeroly.Api;
using Numeroly.Api.Identity;
using Numeroly.Harness;

namespace Numeroly.World;

/// <summary>
/// The API in this process, without a port and with a database of its own: for what needs nobody who calls it from outside.
/// There is no Daily; <see cref="Backend"/> has one.
/// </summary>
public sealed class ApiInMemory : IAsyncDisposable
{
    private static readonly AuthOptions Auth = new();

    private readonly IAlbaHost _host;
    private readonly TestDatabase _database;

    private ApiInMemory(IAlbaHost host, TestDatabase database)
    {
        (_host, _database) = (host, database);
        Http = host.Server.CreateClient();
    }

    /// <summary>Without a token.</summary>
    public HttpClient Http { get; }

    public static async Task<ApiInMemory> StartAsync(Action<Dictionary<string, string>>? settings = null)
    {
        var database = await TestDatabase.CreateAsync();
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["environment"] = "Development",
            ["Store:Database"] = database.Url,
            ["Daily:ApiUrl"] = "http://127.0.0.1:9/v1",
            ["Daily:ApiKey"] = "nobody-asks-it",
            ["RateLimits:PerMinute"] = "1000000",
            ["Auth:DevelopmentKeyFile"] = TestIssuer.KeyFile,
            ["Assistant:Where"] = "none",
            ["Logging:Level"] = "Error",
        };
        settings?.Invoke(all);
        try
        {
            var builder = ApiHost.CreateBuilder([.. all.Select(setting => $"--{setting.Key}={setting.Value}")]);
            var api = new ApiInMemory(await AlbaHost.For(builder, app => ApiHost.Use(app)), database);
            await Eventually.HoldsAsync(
                async () => (await api.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode == HttpStatusCode.OK, "the API to be ready");
            return api;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>The API as one user sees it.</summary>
    public ApiClient As(string user) => new(Http.BaseAddress!, TestIssuer.Token(user, [Role.User], Auth), Http);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }
}
