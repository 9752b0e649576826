using Numeroly.Harness;
using Numeroly.StandIn;

namespace Numeroly.Bench.World;

/// <summary>Settings of an API that is measured: no limit is in the way, all else is as it comes.</summary>
internal static class WideOpen
{
    private const string ManyRequests = "100000";
    private const string NotDuringTheRun = "12:00:00";

    public static Task<StandInServer> DailyAsync() => StandInServer.StartAsync(options =>
    {
        options.RateLimits.Enabled = false;
        options.LedgerLimit = int.MaxValue;
    });

    public static async Task<Dictionary<string, string>> SettingsAsync(TestDatabase database, StandInServer daily)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development", // Only there are tokens of the development issuer accepted.
            ["Store:Database"] = database.Url,
            ["Assistant:Where"] = "none",
            ["Redis:Url"] = await Services.RedisUrlAsync(),
            ["Daily:ApiUrl"] = new Uri(daily.BaseUrl, "v1").ToString(),
            ["Daily:ApiKey"] = daily.ApiKey,
            ["RateLimits:PerMinute"] = "10000000",
            ["RateLimits:NewConversationsPerMinute"] = "10000000",
            ["Auth:DevelopmentKeyFile"] = BenchIssuer.KeyFile,
            ["Logging:Level"] = "Warning",
            // Thousands of rooms that nobody joins would otherwise all be ended in the middle of a later run.
            ["Conversations:NobodyCameAfter"] = NotDuringTheRun,
            ["Conversations:Limit"] = NotDuringTheRun,
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
