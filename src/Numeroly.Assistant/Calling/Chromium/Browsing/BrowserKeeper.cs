using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Calling.Chromium.DevTools;

namespace Numeroly.Assistant.Calling.Chromium.Browsing;

/// <summary>
/// Keeps the one browser that all calls share: starts it when it is needed, another when it died, and closes it after a number
/// of calls as soon as nobody is in one.
/// </summary>
internal sealed class BrowserKeeper(ChromiumOptions options, string? searched, CallingMetrics metrics, ILogger<ChromiumCalls> log, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly HashSet<BrowserPage> _pages = [];
    private Browser? _browser;
    private int _opened;
    private int _started;
    private bool _isClosed;

    /// <summary>The browser as it is; null when there is none now.</summary>
    internal Browser? Current => _browser;

    /// <summary>Starts the browser unless it is there.</summary>
    /// <exception cref="CallFailedException">It did not start.</exception>
    public Task WarmAsync(CancellationToken cancellation) => LockedAsync(() => NeededAsync(cancellation), cancellation);

    /// <summary>Opens a page, in a new browser if there is none or the last one died.</summary>
    /// <exception cref="CallFailedException">It could not.</exception>
    public async Task<(BrowserPage Page, Task Gone)> OpenAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            return await LockedAsync(
                async () =>
                {
                    var browser = await NeededAsync(cancellation);
                    var page = await browser.OpenAsync(address, cancellation);
                    _pages.Add(page);
                    _opened++;
                    metrics.PageOpened();
                    return (page, browser.Gone);
                },
                cancellation);
        }
        catch (DevToolsException e)
        {
            throw new CallFailedException($"Chromium opened no page: {e.Message}", mayHelp: true, e);
        }
    }

    /// <summary>Closes a page, and with the last one a browser that has had its time.</summary>
    public async Task CloseAsync(BrowserPage page)
    {
        await page.DisposeAsync();
        await LockedAsync(
            async () =>
            {
                if (!_pages.Remove(page)) return false;
                metrics.PageClosed();
                if (_pages.Count == 0 && _opened >= options.CallsPerBrowser) await RetireAsync();
                return true;
            },
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await LockedAsync(
        async () =>
        {
            _isClosed = true;
            await RetireAsync();
            return true;
        },
        CancellationToken.None);

    private async Task<Browser> NeededAsync(CancellationToken cancellation)
    {
        if (_isClosed) throw new CallFailedException("The calls of this process are being closed.", mayHelp: true);
        if (_browser is { Gone.IsCompleted: false } running) return running;
        await RetireAsync();
        var program = ChromiumProgram.Find(options.Path, searched) ?? throw new CallFailedException(ChromiumProgram.Missing, mayHelp: false);
        _browser = await Browser.StartAsync(program, options, time, cancellation);
        if (_started++ > 0) metrics.BrowserRestarted();
        log.LogInformation("Chromium runs: {Program}", program);
        return _browser;
    }

    private async Task RetireAsync()
    {
        if (_browser is null) return;
        await _browser.DisposeAsync();
        (_browser, _opened) = (null, 0);
    }

    private async Task<T> LockedAsync<T>(Func<Task<T>> act, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await act();
        }
        finally
        {
            _turn.Release();
        }
    }
}
