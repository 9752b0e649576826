using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Chaos;

/// <summary>An API that can be killed at any moment and comes back at the same address, with all wires passing through proxies.</summary>
public sealed class MortalApi : IAsyncDisposable
{
    private readonly KillingProxy _daily;
    private readonly KillingProxy _database;
    private readonly Dictionary<string, string> _settings;
    private readonly Uri _address = ApiProcess.FreeAddress();
    private ApiProcess? _process;

    private MortalApi(Backend backend)
    {
        Backend = backend;
        var database = new Uri(backend.Database.Url);
        _database = new KillingProxy(Server.Database, () => (database.Host, database.Port));
        _daily = new KillingProxy(Server.Daily, () => (backend.Daily.Address.Host, backend.Daily.Address.Port));
        _settings = new Dictionary<string, string>(backend.Settings)
        {
            // Statements are sent as text each time, so that the proxy can read them.
            ["Store:Database"] = new UriBuilder(database) { Port = _database.Port, Query = "Max Auto Prepare=0" }.Uri.ToString(),
            ["Daily:ApiUrl"] = $"http://127.0.0.1:{_daily.Port}/v1",
        };
    }

    public Backend Backend { get; }

    /// <summary>The end of what the present process printed.</summary>
    public string LastWords => string.Join('\n', _process!.Output.TakeLast(60));

    public int Deaths { get; private set; }

    public static async Task<MortalApi> StartAsync()
    {
        var backend = await Backend.StartAsync(
            settings =>
            {
                settings["Conversations:CreationBudget"] = "00:00:03";
                settings["Conversations:AbandonedAfter"] = "00:00:04";
                settings["Reconciling:Every"] = "00:00:02";
                settings["Reconciling:OrphanAfter"] = "00:00:20";
                settings["Reconciling:StalledAfter"] = "00:00:20";
                settings["Messaging:MaxFailures"] = "100";
                settings["Messaging:NodeDeadAfter"] = "00:00:02";
            },
            nodes: 0);
        var api = new MortalApi(backend);
        await api.ReviveAsync();
        return api;
    }

    public ApiClient As(string user) => Backend.AsAt(_address, user);

    public Task ArmAsync(Moment moment) => (moment.Step.Server == Server.Daily ? _daily : _database).ArmAsync(moment, Kill);

    public void Kill()
    {
        Deaths++;
        _process!.Kill();
    }

    public async Task ReviveAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = ApiProcess.Start(_settings, _address);
        await _process.BecomesReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _daily.Dispose();
        _database.Dispose();
        await Backend.DisposeAsync();
    }
}
