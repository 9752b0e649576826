using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Numeroly.StandIn;

namespace Numeroly.Daily.Tests.AgainstTheStandIn;

/// <summary>A stand-in for Daily with a client of ours before it.</summary>
internal sealed class StandInUnderTest : IAsyncDisposable
{
    private readonly StandInServer _server;
    private readonly ServiceProvider _services;

    private StandInUnderTest(StandInServer server, ServiceProvider services) => (_server, _services) = (server, services);

    public DailyClient Client => _services.GetRequiredService<DailyClient>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<StandInUnderTest> StartAsync(Action<DailyOptions>? configure = null)
    {
        var server = await StandInServer.StartAsync(options =>
        {
            options.RecordingDelay = TimeSpan.FromMilliseconds(100);
            options.MeetingEndedDelay = TimeSpan.FromMilliseconds(100);
        });
        var services = new ServiceCollection()
            .AddDaily(options =>
            {
                options.ApiUrl = new Uri(server.BaseUrl, "v1");
                options.ApiKey = server.ApiKey;
                options.RetryBaseDelay = TimeSpan.FromMilliseconds(10);
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
        return new StandInUnderTest(server, services);
    }

    /// <summary>Lets somebody join with a meeting token and gives their session id.</summary>
    public async Task<string> JoinAsync(string room, string jwt)
    {
        var joined = await ControlAsync($"standin/rooms/{room}/participants", new JsonObject { ["token"] = jwt });
        return (string)joined["session_id"]!;
    }

    public async Task LeaveAsync(string room)
    {
        using var response = await _server.Control.DeleteAsync(new Uri($"standin/rooms/{room}/participants", UriKind.Relative), Token);
        response.EnsureSuccessStatusCode();
    }

    public Task InjectAsync(JsonObject fault) => ControlAsync("standin/faults", fault);

    public Task MishandleWebhooksAsync(JsonObject policy) => ControlAsync("standin/webhooks/policy", policy);

    /// <summary>What really happened, whatever we were told.</summary>
    public async Task<JsonNode> LedgerAsync() =>
        (await _server.Control.GetFromJsonAsync<JsonNode>("standin/ledger", Token)).ShouldNotBeNull();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<JsonNode> ControlAsync(string path, JsonObject body)
    {
        using var response = await _server.Control.PostAsJsonAsync(path, body, Token);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Token)).ShouldNotBeNull();
    }
}
