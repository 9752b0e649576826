using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Numeroly.Harness;

namespace Numeroly.StandIn.Tests.Running;

/// <summary>A stand-in for one test, with what tests do most: call the API, let people join and leave, read the ledger.</summary>
public sealed class TestStandIn : IAsyncDisposable
{
    private readonly HttpClient _http;

    private TestStandIn(StandInServer server)
    {
        Server = server;
        _http = new HttpClient { BaseAddress = server.BaseUrl };
    }

    public StandInServer Server { get; }

    public static async Task<TestStandIn> StartAsync(Action<StandInOptions>? configure = null) =>
        new(await StandInServer.StartAsync(options =>
        {
            options.RecordingDelay = TimeSpan.Zero;
            options.MeetingEndedDelay = TimeSpan.Zero;
            // A manual clock may jump far while a webhook is under way.
            options.WebhookTimeout = TimeSpan.FromDays(1);
            configure?.Invoke(options);
        }));

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, string? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> DeleteAsync(string path, string? body = null) => SendAsync(HttpMethod.Delete, path, body);

    public Task<Answer> SendAsync(HttpMethod method, string path, string? body = null) =>
        SendAsync(method, path, body, path.StartsWith("/v1", StringComparison.Ordinal) ? $"Bearer {Server.ApiKey}" : null);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body, string? authorization)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null, response);
    }

    public async Task<JsonNode> RoomAsync(string name = "demo", string properties = "{}", string privacy = "public") =>
        (await PostAsync("/v1/rooms", $$"""{"name":"{{name}}","privacy":"{{privacy}}","properties":{{properties}}}""")).ShouldSucceed().Body!;

    public async Task<string> TokenAsync(string properties) =>
        (string)(await PostAsync("/v1/meeting-tokens", $$"""{"properties":{{properties}}}""")).ShouldSucceed()["token"]!;

    public Task<Answer> TryJoinAsync(string room, string body = "{}") => PostAsync($"/standin/rooms/{room}/participants", body);

    public async Task<string> JoinAsync(string room = "demo", string? user = null) =>
        (string)(await TryJoinAsync(room, user is null ? "{}" : $$"""{"user_id":"{{user}}"}""")).ShouldSucceed()["session_id"]!;

    public async Task<string> JoinWithTokenAsync(string room, string token) =>
        (string)(await TryJoinAsync(room, $$"""{"token":"{{token}}"}""")).ShouldSucceed()["session_id"]!;

    public async Task LeaveAsync(string session, string room = "demo") =>
        (await DeleteAsync($"/standin/rooms/{room}/participants/{session}")).ShouldSucceed();

    public async Task EverybodyLeavesAsync(string room = "demo") =>
        (await DeleteAsync($"/standin/rooms/{room}/participants")).ShouldSucceed();

    /// <summary>Who is inside, as the control surface sees it.</summary>
    public async Task<JsonArray> InsideAsync(string room = "demo") =>
        (await GetAsync($"/standin/rooms/{room}/participants")).ShouldSucceed().Body!.AsArray();

    public async Task<JsonNode> LedgerAsync(string? room = null) =>
        (await GetAsync("/standin/ledger" + (room is null ? "" : $"?room={room}"))).ShouldSucceed().Body!;

    public async Task<JsonNode> RecordingAsync(string status) =>
        (await Eventually.BecomesAsync(() => GetAsync("/v1/recordings"), list => list.Data.Any(r => (string)r!["status"]! == status), $"a recording that is {status}"))
        .Data.First(r => (string)r!["status"]! == status)!;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
