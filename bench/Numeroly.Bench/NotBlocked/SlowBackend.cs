using Numeroly.Api.Identity;
using Numeroly.Harness;
using Numeroly.StandIn;

namespace Numeroly.Bench.NotBlocked;

/// <summary>The API as a process of its own, with a database of its own and a Daily in this process that can be slow.</summary>
internal sealed class SlowBackend : IAsyncDisposable
{
    private const string ManyRequests = "100000";

    private static readonly AuthOptions Auth = new();

    private readonly TestDatabase _database;
    private readonly StandInServer _daily;
    private readonly ApiProcess _api;
    private readonly DevelopmentIssuer _issuer;

    private SlowBackend(TestDatabase database, StandInServer daily, ApiProcess api, DevelopmentIssuer issuer) =>
        (_database, _daily, _api, _issuer) = (database, daily, api, issuer);

    public Uri Address => _api.Address;

    public HttpClient DailyControl => _daily.Control;

    public static async Task<SlowBackend> StartAsync()
    {
        var store = await TestDatabase.CreateAsync();
        var standIn = await StandInServer.StartAsync(options =>
        {
            options.RateLimits.Enabled = false;
            options.LedgerLimit = int.MaxValue;
        });
        var keyFile = Path.Combine(AppContext.BaseDirectory, "bench-issuer.pem");
        var process = ApiProcess.Start(Settings(store, standIn, keyFile, await Services.RedisUrlAsync()));
        var backend = new SlowBackend(store, standIn, process, DevelopmentIssuer.LoadOrCreate(keyFile));
        try
        {
            await process.BecomesReadyAsync();
            return backend;
        }
        catch
        {
            await backend.DisposeAsync();
            throw;
        }
    }

    public string TokenFor(string user) => _issuer.Issue(user, [Role.User], Auth, TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(12));

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _daily.DisposeAsync();
        await _database.DisposeAsync();
        _issuer.Dispose();
    }

    private static Dictionary<string, string> Settings(TestDatabase store, StandInServer standIn, string keyFile, string redis)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Store:Database"] = store.Url,
            ["Assistant:Where"] = "none",
            ["Redis:Url"] = redis,
            ["Daily:ApiUrl"] = new Uri(standIn.BaseUrl, "v1").ToString(),
            ["Daily:ApiKey"] = standIn.ApiKey,
            ["RateLimits:PerMinute"] = "10000000",
            ["RateLimits:NewConversationsPerMinute"] = "10000000",
            ["Auth:DevelopmentKeyFile"] = keyFile,
            ["Logging:Level"] = "Warning",
            // Thousands of rooms that nobody joins would otherwise all be ended in the middle of a later run.
            ["Conversations:NobodyCameAfter"] = "12:00:00",
            ["Conversations:Limit"] = "12:00:00",
            // As anybody runs it; the harness switches it off to start quicker.
            ["DOTNET_TieredPGO"] = "1",
        };
        foreach (var limit in new[] { "General", "RoomDeletion", "RecordingList", "RecordingStart" })
        {
            settings[$"Daily:Limits:{limit}:Requests"] = ManyRequests;
            settings[$"Daily:Limits:{limit}:Window"] = "00:00:01";
        }

        return settings;
    }
}
