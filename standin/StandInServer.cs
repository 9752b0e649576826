namespace Numeroly.StandIn;

/// <summary>
/// A stand-in inside the current process, for tests: on a free loopback port, quick to start and to stop, and
/// independent of any other.
/// </summary>
public sealed class StandInServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StandInServer(WebApplication app, StandInOptions options, Uri baseUrl)
    {
        _app = app;
        ApiKey = options.ApiKey;
        BaseUrl = baseUrl;
        Control = new HttpClient { BaseAddress = baseUrl };
    }

    /// <summary>Where it listens. The REST API is under <c>v1</c>, the control surface under <c>standin</c>.</summary>
    public Uri BaseUrl { get; }

    public string ApiKey { get; }

    /// <summary>A client for the control surface; it carries no API key.</summary>
    public HttpClient Control { get; }

    /// <summary>Starts one. The port is free unless <paramref name="configure"/> names one.</summary>
    public static async Task<StandInServer> StartAsync(Action<StandInOptions>? configure = null)
    {
        var options = new StandInOptions { Port = 0 };
        configure?.Invoke(options);
        var app = StandInApplication.Build(options, builder => builder.Services.AddSingleton<IHostLifetime, LifeOfTheTest>());
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new(app, options, new Uri(app.Services.GetRequiredService<PublicUrl>().Listening));
    }

    /// <summary>Stops it; with a data directory, after the state is on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Leaves the signals of the process to the test run; the usual lifetime would swallow its Ctrl-C.</summary>
    private sealed class LifeOfTheTest : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
