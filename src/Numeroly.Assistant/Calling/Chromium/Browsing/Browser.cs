using System.Text.Json.Nodes;
using Numeroly.Assistant.Calling.Chromium.DevTools;

namespace Numeroly.Assistant.Calling.Chromium.Browsing;

/// <summary>A browser that pages are opened in. It is looked after: one that does not answer any more is killed.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private readonly ChromiumProcess _process;
    private readonly DevToolsClient _tools;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _watching;

    private Browser(ChromiumProcess process, DevToolsClient tools, TimeProvider time)
    {
        (_process, _tools) = (process, tools);
        _watching = WatchAsync(time);
    }

    /// <summary>Ends when the browser is gone.</summary>
    public Task Gone => _tools.Closed;

    /// <summary>Starts one and waits until it takes orders.</summary>
    /// <exception cref="CallFailedException">It did not start.</exception>
    public static async Task<Browser> StartAsync(string program, ChromiumOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var process = ChromiumProcess.Start(program, options, time);
        var tools = new DevToolsClient(process.Pipe, time, options.BrowserTimeout);
        try
        {
            await tools.SendAsync("Browser.getVersion", null, null, cancellation);
            return new(process, tools, time);
        }
        catch (Exception e)
        {
            process.Kill();
            await process.DisposeAsync();
            if (e is not DevToolsException) throw;
            throw new CallFailedException($"Chromium ({program}) did not start: {process.Complaint ?? "it said nothing"}", mayHelp: true, e);
        }
    }

    /// <summary>Opens a page that shares neither storage nor process with any other.</summary>
    /// <exception cref="DevToolsException">The browser cannot.</exception>
    public async Task<BrowserPage> OpenAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            return await BrowserPage.OpenAsync(_tools, address, cancellation);
        }
        catch (DevToolsException)
        {
            // A browser that opens no page is of no use to anybody else either.
            _process.Kill();
            throw;
        }
    }

    /// <summary>How many pages of ours are open.</summary>
    public async Task<int> CountPagesAsync(CancellationToken cancellation)
    {
        var targets = await _tools.SendAsync("Target.getTargets", null, null, cancellation);
        return targets.GetProperty("targetInfos").EnumerateArray().Count(target => target.GetProperty("type").GetString() == "page" && target.GetProperty("url").GetString() != "about:blank");
    }

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _watching;
        await CloseAsync();
        await _process.DisposeAsync();
        await _tools.Closed;
        _ending.Dispose();
    }

    private async Task CloseAsync()
    {
        try
        {
            if (!Gone.IsCompleted) await _tools.SendAsync("Browser.close", new JsonObject(), null, CancellationToken.None);
        }
        catch (DevToolsException)
        {
            _process.Kill();
        }
    }

    private async Task WatchAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ending.Token)) await _tools.SendAsync("Browser.getVersion", null, null, _ending.Token);
        }
        catch (OperationCanceledException)
        {
            // It is being closed.
        }
        catch (DevToolsException)
        {
            _process.Kill();
        }
    }
}
