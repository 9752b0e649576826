using Numeroly.Api.Identity;
using Numeroly.Harness;
using Numeroly.StandIn;

namespace Numeroly.World;

/// <summary>
/// A whole backend on a database and a Daily of its own, with times so short that tests can wait for them.
/// </summary>
public sealed class Backend : IAsyncDisposable
{
    private static readonly AuthOptions Auth = new();

    private readonly List<ApiNode> _nodes = [];
    private readonly Dictionary<string, string> _settings;

    private Backend(TestDatabase database, StandInServer daily, Dictionary<string, string> settings)
    {
        Database = database;
        Daily = new DailyControl(daily);
        _settings = settings;
    }

    public TestDatabase Database { get; }

    public DailyControl Daily { get; }

    /// <summary>The first node.</summary>
    public ApiNode Node => _nodes[0];

    /// <param name="database">One that something is in already; a new one otherwise. Either goes with the backend.</param>
    public static async Task<Backend> StartAsync(
        Action<Dictionary<string, string>>? settings = null, Action<StandInOptions>? daily = null, int nodes = 1, TestDatabase? database = null)
    {
        database ??= await TestDatabase.CreateAsync();
        var standIn = await StandInServer.StartAsync(options =>
        {
            options.RateLimits.Enabled = false;
            options.RecordingDelay = TimeSpan.FromMilliseconds(100);
            options.MeetingEndedDelay = TimeSpan.FromMilliseconds(100);
            options.MeetingStartsAlone = TimeSpan.Zero;
            options.WebhookRetryBaseDelay = TimeSpan.FromMilliseconds(50);
            daily?.Invoke(options);
        });
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Store:Database"] = database.Url,
            ["Redis:Url"] = await Services.RedisUrlAsync(),
            ["Daily:ApiUrl"] = new Uri(standIn.BaseUrl, "v1").ToString(),
            ["Daily:ApiKey"] = standIn.ApiKey,
            // However busy the machine, nothing is to run out of time that a test does not hold back on purpose.
            ["Daily:AttemptTimeout"] = "00:00:15",
            ["Conversations:CreationBudget"] = "00:01:00",
            ["Conversations:AbandonedAfter"] = "00:02:00",
            ["Daily:RetryBaseDelay"] = "00:00:00.02",
            ["Webhooks:PublicUrl"] = "{address}",
            ["Webhooks:CheckEvery"] = "00:00:01",
            ["Conversations:AskAgainAfter"] = "00:00:00.1",
            ["Messaging:FirstRetryAfter"] = "00:00:00.1",
            ["Messaging:LongestRetryAfter"] = "00:00:01",
            ["Reconciling:Every"] = "00:00:00.5",
            ["Reconciling:PresenceIsLateBy"] = "00:00:00",
            ["RateLimits:PerMinute"] = "1000000",
            ["RateLimits:NewConversationsPerMinute"] = "1000000",
            ["Auth:DevelopmentKeyFile"] = TestIssuer.KeyFile,
            // The tests play the assistant themselves, unless they are about it.
            ["Assistant:Where"] = "none",
            ["Logging:Level"] = "Warning",
        };
        foreach (var unlimited in new[] { "General", "RoomDeletion", "RecordingList", "RecordingStart" })
        {
            all[$"Daily:Limits:{unlimited}:Requests"] = "100000";
            all[$"Daily:Limits:{unlimited}:Window"] = "00:00:01";
        }

        settings?.Invoke(all);
        var backend = new Backend(database, standIn, all);
        for (var i = 0; i < nodes; i++) await backend.AddNodeAsync(isFirst: i == 0);
        return backend;
    }

    /// <summary>The settings a node of this backend runs with.</summary>
    public IReadOnlyDictionary<string, string> Settings => _settings;

    /// <summary>The API as one user sees it at an address of its own, such as a process.</summary>
    public static ApiClient AsAt(Uri address, string user, params string[] roles) => new(address, TestIssuer.Token(user, roles.Length == 0 ? [Role.User] : roles, Auth));

    /// <summary>One more node on the same database; Daily's webhook stays with the first.</summary>
    public async Task<ApiNode> AddNodeAsync(bool isFirst = false)
    {
        var settings = isFirst ? _settings : _settings.Where(setting => setting.Key != "Webhooks:PublicUrl").ToDictionary();
        var node = await ApiNode.StartAsync(settings);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Stops a node as a deployment would.</summary>
    public async Task StopNodeAsync(ApiNode node)
    {
        _nodes.Remove(node);
        await node.DisposeAsync();
    }

    /// <summary>The API as one user (or another role) sees it.</summary>
    public ApiClient As(string user, params string[] roles) => AsOn(Node, user, roles);

    public static ApiClient AsOn(ApiNode node, string user, params string[] roles) => AsAt(node.Address, user, roles);

    public ApiClient AsAssistant() => As("assistant-process", Role.Assistant);

    public ApiClient Anonymous() => new(Node.Address, null);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) await node.DisposeAsync();
        await Daily.DisposeAsync();
        await Database.DisposeAsync();
    }
}
