using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Calling.Chromium;
using Numeroly.Events.Conversations;
using Numeroly.StandIn;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

/// <summary>A stand-in for Daily, and a browser of its own that the test may break.</summary>
public sealed class CallWorld : IAsyncDisposable
{
    private readonly StandInServer _standIn;
    private readonly ServiceProvider _services;
    private readonly HttpClient _rest;

    private CallWorld(StandInServer standIn, ServiceProvider services)
    {
        (_standIn, _services) = (standIn, services);
        _rest = new HttpClient { BaseAddress = standIn.BaseUrl };
        _rest.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", standIn.ApiKey);
    }

    /// <summary>Where daily-js finds the call's script.</summary>
    public Uri Bundle => new(_standIn.BaseUrl, "/standin/call");

    internal ChromiumCalls Calls => _services.GetRequiredService<ChromiumCalls>();

    public static async Task<CallWorld> StartAsync(params (string Name, string Value)[] settings)
    {
        var standIn = await StandInServer.StartAsync(options =>
        {
            options.MeetingEndedDelay = TimeSpan.Zero;
            options.RateLimits.Enabled = false;
        });
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("Assistant:Calling:Chromium:Path", await InstalledChromium.PathAsync()),
                new("Assistant:Calling:Chromium:BundleUrl", new Uri(standIn.BaseUrl, "/standin/call").ToString()),
                // The machine may have far too much to do; how quick it is, is measured elsewhere.
                new("Assistant:Calling:Chromium:JoinTimeout", "00:01:00"),
                new("Assistant:Calling:Chromium:BrowserTimeout", "00:00:40"),
                new("Assistant:Calling:Chromium:PageTimeout", "00:00:40"),
            ])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build();
        return new(standIn, new ServiceCollection().AddCalling(configuration).BuildServiceProvider());
    }

    /// <summary>A room of its own for a test.</summary>
    public async Task<Uri> RoomAsync(string properties = "{}")
    {
        var room = await PostAsync("/v1/rooms", $$"""{"name":"room-{{Guid.NewGuid():N}}","privacy":"private","properties":{{properties}}}""");
        return new((string)room["url"]!);
    }

    public async Task<string> TokenAsync(Uri room, string userId, bool isOwner = true, string more = "") => (string)(await PostAsync(
        "/v1/meeting-tokens",
        $$"""{"properties":{"room_name":"{{NameOf(room)}}","user_id":"{{userId}}","is_owner":{{(isOwner ? "true" : "false")}}{{more}} } }"""))["token"]!;

    public async Task<ICall> JoinAsync(Uri room, string userId) => await JoinWithTokenAsync(room, await TokenAsync(room, userId));

    public Task<ICall> JoinWithTokenAsync(Uri room, string token) =>
        Calls.JoinAsync(new CallInvitation(Guid.NewGuid(), room, token, "Numeroly", Language.Vi), TestContext.Current.CancellationToken);

    public Task DeleteAsync(Uri room) => SendAsync(HttpMethod.Delete, $"/v1/rooms/{NameOf(room)}");

    public Task<JsonNode> PostAsync(string path, string body) => SendAsync(HttpMethod.Post, path, body);

    /// <summary>Who is inside, as the stand-in sees it.</summary>
    public async Task<int> InsideAsync(Uri room) => (await SendAsync(HttpMethod.Get, $"/standin/rooms/{NameOf(room)}/participants")).AsArray().Count;

    public static string NameOf(Uri room) => room.Segments[^1];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _rest.Dispose();
        await _standIn.DisposeAsync();
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await _rest.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path} answered {text}");
        return JsonNode.Parse(text)!;
    }
}
