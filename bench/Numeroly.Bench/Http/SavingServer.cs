using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Numeroly.Bench.World;
using Numeroly.Harness;

namespace Numeroly.Bench.Http;

/// <summary>A server in a process and with a database of its own, and conversations to save messages in.</summary>
internal sealed class SavingServer : IAsyncDisposable
{
    private readonly ServerProcess _process;
    private readonly IReadOnlyList<IAsyncDisposable> _behind;

    private SavingServer(string name, ServerProcess process, IReadOnlyList<SaveRequest> requests, IReadOnlyList<IAsyncDisposable> behind) =>
        (Name, _process, Requests, _behind) = (name, process, requests, behind);

    public string Name { get; }

    public Uri Address => _process.Address;

    public int ProcessId => _process.Id;

    /// <summary>One for each conversation.</summary>
    public IReadOnlyList<SaveRequest> Requests { get; }

    /// <summary>The API, of whatever version, with a Daily of its own in this process.</summary>
    public static async Task<SavingServer> StartApiAsync(string name, string assembly, int conversations)
    {
        var database = await TestDatabase.CreateAsync();
        var daily = await WideOpen.DailyAsync();
        var settings = await WideOpen.SettingsAsync(database, daily);
        var token = BenchIssuer.TokenFor("talker");
        return await StartAsync(name, () => ServerProcess.StartAsync(assembly, settings), token, conversations, [daily, database]);
    }

    /// <param name="way">How it saves, as its program calls it.</param>
    public static async Task<SavingServer> StartHandWrittenAsync(string name, string assembly, string way, int conversations)
    {
        var database = await TestDatabase.CreateAsync();
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        var pool = Pool.ConnectionString(database);
        return await StartAsync(name, () => ServerProcess.StartAsync(assembly, none, way, pool), null, conversations, [database]);
    }

    public ValueTask DisposeAsync() => EndAsync(_process, _behind);

    /// <param name="behind">What the server needs. Ends with it, and also when it does not start.</param>
    private static async Task<SavingServer> StartAsync(
        string name, Func<Task<ServerProcess>> startAsync, string? token, int conversations, IReadOnlyList<IAsyncDisposable> behind)
    {
        ServerProcess? process = null;
        try
        {
            process = await startAsync();
            return new SavingServer(name, process, await CreateAsync(process.Address, token, conversations), behind);
        }
        catch
        {
            await EndAsync(process, behind);
            throw;
        }
    }

    private static async ValueTask EndAsync(ServerProcess? process, IReadOnlyList<IAsyncDisposable> behind)
    {
        if (process is not null) await process.DisposeAsync();
        foreach (var one in behind) await one.DisposeAsync();
    }

    private static async Task<IReadOnlyList<SaveRequest>> CreateAsync(Uri address, string? token, int conversations)
    {
        using var http = new HttpClient { BaseAddress = address };
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var requests = new List<SaveRequest>();
        while (requests.Count < conversations)
        {
            using var answer = await http.PostAsJsonAsync("/conversations", new { });
            answer.EnsureSuccessStatusCode();
            var created = await answer.Content.ReadFromJsonAsync<JsonElement>();
            requests.Add(new SaveRequest(address, created.GetProperty("conversation_id").GetGuid(), token));
        }

        return requests;
    }
}
