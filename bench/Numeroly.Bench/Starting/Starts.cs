using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Numeroly.Bench.Measuring;
using Numeroly.Bench.World;
using Numeroly.Harness;
using Numeroly.StandIn;

namespace Numeroly.Bench.Starting;

/// <summary>One program, started again and again on the same database.</summary>
internal sealed class Starts : IAsyncDisposable
{
    public const int Requests = 1_000;

    private const double BytesInMiB = 1024 * 1024;

    private readonly string _assembly;
    private readonly TestDatabase _database;
    private readonly StandInServer _daily;

    private Starts(string assembly, TestDatabase database, StandInServer daily) => (_assembly, _database, _daily) = (assembly, database, daily);

    public static async Task<Starts> PrepareAsync(string assembly) => new(assembly, await TestDatabase.CreateAsync(), await WideOpen.DailyAsync());

    /// <summary>The run's latency is the time until it is ready: one sample.</summary>
    public async Task<Measurement> MeasureAsync(CancellationToken cancellation)
    {
        var settings = await WideOpen.SettingsAsync(_database, _daily);
        var started = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.StartAsync(_assembly, settings);
        var ready = Stopwatch.GetElapsedTime(started);

        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", BenchIssuer.TokenFor("early"));
        var asked = Stopwatch.GetTimestamp();
        await CreateAsync(http, cancellation);
        var first = Stopwatch.GetElapsedTime(asked);
        for (var sent = 1; sent < Requests; sent += 2) await SaveAsync(http, await CreateAsync(http, cancellation), cancellation);

        var measured = Measurement.Of([ready], ready);
        return measured with
        {
            Counts = measured.Counts.Add("ms for the first request", first.TotalMilliseconds).Add("resident MiB", server.ResidentBytes / BytesInMiB),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _daily.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<Guid> CreateAsync(HttpClient http, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync("/conversations", new { }, cancellation);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("conversation_id").GetGuid();
    }

    private static async Task SaveAsync(HttpClient http, Guid conversation, CancellationToken cancellation)
    {
        var message = new { message_id = Guid.CreateVersion7(), speaker = "user", text = Utterance.Text };
        using var answer = await http.PostAsJsonAsync($"/conversations/{conversation}/messages", message, cancellation);
        answer.EnsureSuccessStatusCode();
    }
}
