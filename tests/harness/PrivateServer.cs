using System.Net.Http.Json;

namespace Numeroly.Harness;

/// <summary>A server of a test's own, to be stopped and started in mid-run. Gone when disposed.</summary>
public sealed class PrivateServer : IAsyncDisposable
{
    private readonly string _path;

    private PrivateServer(string path, string url)
    {
        _path = path;
        Url = url;
    }

    public string Url { get; }

    public static Task<PrivateServer> PostgresAsync() => StartNewAsync("/postgres");

    public static Task<PrivateServer> RedisAsync() => StartNewAsync("/redis");

    /// <summary>Stops it without warning; its address stays its own.</summary>
    public Task StopAsync() => PostAsync($"{_path}/stop?mode=immediate");

    public Task StartAsync() => PostAsync($"{_path}/start");

    public async ValueTask DisposeAsync() => (await Services.Control.DeleteAsync(_path)).EnsureSuccessStatusCode();

    private static async Task<PrivateServer> StartNewAsync(string kind)
    {
        var answer = await Services.Control.PostAsync(kind, null);
        answer.EnsureSuccessStatusCode();
        var started = await answer.Content.ReadFromJsonAsync<Started>() ?? throw new InvalidOperationException($"The harness did not say what it started as {kind}.");
        return new PrivateServer($"{kind}/{started.Id}", started.Url);
    }

    private static async Task PostAsync(string what) => (await Services.Control.PostAsync(what, null)).EnsureSuccessStatusCode();

    private sealed record Started(string Id, string Url);
}
