using System.Globalization;
using System.Net.Http.Json;
using Numeroly.Harness;

namespace Numeroly.Engines;

/// <summary>
/// Two nodes as processes, conversations whose messages are posted to either, and all that is noted about their handling. A
/// node that is killed is followed by a new one in its place.
/// </summary>
public sealed class Trial : IAsyncDisposable
{
    public const int Conversations = 200;
    public const int Messages = 20;
    public const int Poisoned = 10;

    /// <summary>The number of the message that each conversation has scheduled, beside those that are in order.</summary>
    public const int Scheduled = 101;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly HttpClient _steering = new() { Timeout = Eventually.Deadline };
    private readonly HttpClient _posting = new() { Timeout = TimeSpan.FromSeconds(4) };
    private readonly ApiProcess[] _nodes = new ApiProcess[2];
    private readonly string[] _names = new string[2];
    private readonly Guid[] _conversations = [.. Enumerable.Range(0, Conversations).Select(_ => Guid.CreateVersion7())];
    private readonly Dictionary<string, string> _settings;
    private int _started;

    private Trial(TestDatabase database, string redis)
    {
        Database = database;
        _settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Store:Database"] = database.Url,
            ["Redis:Url"] = redis,
            ["Daily:ApiUrl"] = "http://127.0.0.1:9/v1",
            ["Daily:ApiKey"] = "nobody-asks-it",
            ["Assistant:Where"] = "none",
            ["Logging:Level"] = "Warning",
            ["Messaging:FirstRetryAfter"] = "00:00:00.2",
            ["Messaging:LongestRetryAfter"] = "00:00:00.5",
            // One in 20 fails: eight times in a row it is poison.
            ["Messaging:MaxFailures"] = "8",
        };
    }

    public TestDatabase Database { get; }

    /// <summary>The end of what the present processes printed.</summary>
    public string LastWords => string.Join('\n', _nodes.SelectMany(node => node.Output.TakeLast(40)));

    public static async Task<Trial> StartAsync(Random random)
    {
        var trial = new Trial(await TestDatabase.CreateAsync(), await Services.RedisUrlAsync());
        for (var place = 0; place < trial._nodes.Length; place++) trial.Launch(place);
        await Task.WhenAll(trial._nodes.Select(node => node.BecomesReadyAsync()));
        await using var sql = typeof(Trial).Assembly.GetManifestResourceStream("trial.sql")!;
        using var text = new StreamReader(sql);
        await trial.Database.ExecuteAsync(await text.ReadToEndAsync());
        for (var place = 0; place < trial._nodes.Length; place++) await trial.RegisterAsync(place);
        (await trial._steering.PostAsJsonAsync(new Uri(trial._nodes[0].Address, "/conversations"), trial._conversations)).EnsureSuccessStatusCode();
        foreach (var conversation in random.GetItems(trial._conversations, Poisoned * 4).Distinct().Take(Poisoned))
            await trial.Database.ExecuteAsync($"insert into trial.poison values ('{conversation}', {random.Next(1, Messages + 1)})");
        return trial;
    }

    /// <summary>Posts all messages, of each conversation one after the other, each within <paramref name="spread"/> of its release.</summary>
    public Task PostAllAsync(Func<int, Task> released, TimeSpan spread) => Task.WhenAll(_conversations.Select(conversation => Task.Run(async () =>
    {
        await PostAsync(conversation, Scheduled, Random.Shared.NextDouble() * LongestDelay);
        for (var number = 1; number <= Messages; number++)
        {
            await released(number);
            await Task.Delay(Random.Shared.NextDouble() * spread);
            await PostAsync(conversation, number, TimeSpan.Zero);
        }
    })));

    /// <summary>SIGKILL, and a new node in its place, which is ready afterwards.</summary>
    public async Task KillAsync(int place, Action killed)
    {
        await Database.ExecuteAsync($"update trial.nodes set killed_at = clock_timestamp() where node = '{_names[place]}'");
        _nodes[place].Kill();
        await NoteOrphansAsync(place);
        killed();
        await _nodes[place].DisposeAsync();
        Launch(place);
        await _nodes[place].BecomesReadyAsync();
        await RegisterAsync(place);
    }

    /// <summary>Where the node is that leads the others, and holds the locks for that. Its loss is felt most.</summary>
    public async Task<int> LeaderAsync()
    {
        var leader = await Eventually.BecomesAsync(
            async () => (await Database.QueryAsync<string>(
                "select n.node from trial.nodes n join wolverine.wolverine_node_assignments a on a.node_id = n.id where a.id like 'wolverine://leader%'")).SingleOrDefault(),
            node => node is not null,
            "a node to lead");
        return Array.IndexOf(_names, leader);
    }

    public async Task FreezeAsync(int place)
    {
        await Database.ExecuteAsync($"update trial.nodes set frozen_at = clock_timestamp() where node = '{_names[place]}'");
        await _nodes[place].FreezeAsync();
        await NoteOrphansAsync(place);
    }

    public async Task ThawAsync(int place)
    {
        await _nodes[place].ThawAsync();
        await Database.ExecuteAsync($"update trial.nodes set thawed_at = clock_timestamp() where node = '{_names[place]}'");
    }

    /// <summary>Waits until nothing is left to be handled.</summary>
    public async Task SettleAsync()
    {
        try
        {
            await Eventually.BecomesAsync(
                async () => (await Database.QueryAsync<long>("select count(*) from views.messages")).Single(), waiting => waiting == 0, "all messages to be handled", Patience);
        }
        catch (TimeoutException late)
        {
            var left = await Database.QueryAsync<string>("select m::text from views.messages m limit 20");
            throw new TimeoutException($"Messages are left:\n{string.Join('\n', left)}\n{LastWords}", late);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes.Where(node => node is not null)) await node.DisposeAsync();
        _steering.Dispose();
        _posting.Dispose();
        await Database.DisposeAsync();
    }

    private void Launch(int place)
    {
        _names[place] = $"node-{++_started}";
        _nodes[place] = ApiProcess.StartProgram(
            Path.Combine(AppContext.BaseDirectory, "Numeroly.Engines.Node.dll"), new Dictionary<string, string>(_settings) { ["Trial:Node"] = _names[place] });
    }

    private async Task RegisterAsync(int place)
    {
        var node = (await _steering.GetFromJsonAsync<KnownNode>(new Uri(_nodes[place].Address, "/node")))!;
        await Database.ExecuteAsync($"insert into trial.nodes (node, id, number) values ('{_names[place]}', '{node.Id}', {node.Number})");
    }

    private Task NoteOrphansAsync(int place) => Database.ExecuteAsync(
        $"""
        insert into trial.orphaned
        select distinct c.id, n.node, clock_timestamp()
        from trial.nodes n
        join wolverine.wolverine_incoming_envelopes e on e.owner_id = n.number and e.status = 'Incoming'
        join public.mt_streams c on position(convert_to(c.id::text, 'UTF8') in e.body) > 0
        where n.node = '{_names[place]}'
        """);

    // To any node, and to the other when that fails: whoever posts does not know who is down.
    private async Task PostAsync(Guid conversation, int number, TimeSpan delay)
    {
        for (var place = Random.Shared.Next(_nodes.Length); ; place = (place + 1) % _nodes.Length)
        {
            try
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"/messages/{conversation}/{number}?delayMs={(int)delay.TotalMilliseconds}");
                using var answer = await _posting.PostAsync(new Uri(_nodes[place].Address, path), null);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException)
            {
                // Killed or frozen.
            }

            await Task.Delay(50);
        }
    }

    private sealed record KnownNode(Guid Id, int Number);
}
