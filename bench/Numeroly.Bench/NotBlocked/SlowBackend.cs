using Numeroly.Bench.World;
using Numeroly.Harness;
using Numeroly.StandIn;

namespace Numeroly.Bench.NotBlocked;

/// <summary>The API as a process of its own, with a database of its own and a Daily in this process that can be slow.</summary>
internal sealed class SlowBackend : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly StandInServer _daily;
    private readonly ApiProcess _api;

    private SlowBackend(TestDatabase database, StandInServer daily, ApiProcess api) =>
        (_database, _daily, _api) = (database, daily, api);

    public Uri Address => _api.Address;

    public HttpClient DailyControl => _daily.Control;

    public static async Task<SlowBackend> StartAsync()
    {
        var store = await TestDatabase.CreateAsync();
        var standIn = await WideOpen.DailyAsync();
        var process = ApiProcess.Start(await WideOpen.SettingsAsync(store, standIn));
        var backend = new SlowBackend(store, standIn, process);
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

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _daily.DisposeAsync();
        await _database.DisposeAsync();
    }
}
