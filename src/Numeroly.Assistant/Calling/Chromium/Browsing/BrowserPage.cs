using Numeroly.Assistant.Calling.Chromium.DevTools;

namespace Numeroly.Assistant.Calling.Chromium.Browsing;

/// <summary>A page in a browser context of its own.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly DevToolsClient _tools;
    private readonly string _context;
    private readonly TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IDisposable? _listening;
    private string _session = "";

    private BrowserPage(DevToolsClient tools, string context) => (_tools, _context) = (tools, context);

    /// <summary>Ends when the page's process died.</summary>
    public Task Crashed => _crashed.Task;

    public static async Task<BrowserPage> OpenAsync(DevToolsClient tools, Uri address, CancellationToken cancellation)
    {
        // Not to be abandoned half way: nobody could close a context whose name was not learnt.
        var context = await tools.SendAsync("Target.createBrowserContext", new() { ["disposeOnDetach"] = true }, null, CancellationToken.None);
        var page = new BrowserPage(tools, context.GetProperty("browserContextId").GetString()!);
        try
        {
            await page.LoadAsync(address, cancellation);
            return page;
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a script in the page.</summary>
    public Task RunAsync(string script, CancellationToken cancellation) => _tools.SendAsync("Runtime.evaluate", new() { ["expression"] = script }, _session, cancellation);

    /// <summary>Makes the page's process die, as it does when something in it breaks.</summary>
    public Task CrashAsync(CancellationToken cancellation) => _tools.SendAsync("Page.crash", null, _session, cancellation);

    /// <summary>Closes it; a browser that is gone has closed it already.</summary>
    public async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        try
        {
            if (!_tools.Closed.IsCompleted) await _tools.SendAsync("Target.disposeBrowserContext", new() { ["browserContextId"] = _context }, null, CancellationToken.None);
        }
        catch (DevToolsException)
        {
            // Whoever watches over the browser deals with one that does not answer.
        }
    }

    private async Task LoadAsync(Uri address, CancellationToken cancellation)
    {
        var target = await _tools.SendAsync("Target.createTarget", new() { ["url"] = "about:blank", ["browserContextId"] = _context }, null, cancellation);
        var attached = await _tools.SendAsync(
            "Target.attachToTarget", new() { ["targetId"] = target.GetProperty("targetId").GetString(), ["flatten"] = true }, null, cancellation);
        _session = attached.GetProperty("sessionId").GetString()!;
        _listening = _tools.Listen(_session, Note);
        await _tools.SendAsync("Inspector.enable", null, _session, cancellation);
        await _tools.SendAsync("Page.enable", null, _session, cancellation);
        await _tools.SendAsync("Page.navigate", new() { ["url"] = address.ToString() }, _session, cancellation);
    }

    private void Note(DevToolsEvent happened)
    {
        if (happened.Method is "Inspector.targetCrashed" or "Inspector.detached") _crashed.TrySetResult();
    }
}
