using System.Net.WebSockets;
using Numeroly.Assistant.Calling.Chromium.Browsing;
using Numeroly.Assistant.Calling.Chromium.Serving;

namespace Numeroly.Assistant.Calling.Chromium;

/// <summary>An open page and the connection to it, from opening to whatever ends it.</summary>
internal sealed class CallPage : IAsyncDisposable
{
    // What ended a connection is known a moment later than that it ended.
    private static readonly TimeSpan CausePatience = TimeSpan.FromMilliseconds(500);

    private readonly BrowserKeeper _browsers;
    private readonly PageDoor _door;
    private readonly Task _browserGone;
    private readonly PageLink _link;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _closing = new();
    private long _lastSign;

    private CallPage(BrowserKeeper browsers, PageDoor door, BrowserPage page, Task browserGone, PageLink link, TimeProvider time)
    {
        (_browsers, _door, Page, _browserGone, _link, _time) = (browsers, door, page, browserGone, link, time);
        _lastSign = time.GetTimestamp();
    }

    internal BrowserPage Page { get; }

    /// <exception cref="CallFailedException">No page could be opened.</exception>
    public static async Task<CallPage> OpenAsync(BrowserKeeper browsers, PageServer server, TimeProvider time, CancellationToken cancellation)
    {
        var door = server.Open();
        BrowserPage? page = null;
        try
        {
            (page, var gone) = await browsers.OpenAsync(door.Address, cancellation);
            await Task.WhenAny(door.Connected, page.Crashed, gone).WaitAsync(cancellation);
            if (!door.Connected.IsCompletedSuccessfully) throw new CallFailedException("Chromium or its page died while the call was joined.", mayHelp: true);
            return new(browsers, door, page, gone, await door.Connected, time);
        }
        catch
        {
            door.Dispose();
            if (page is not null) await browsers.CloseAsync(page);
            throw;
        }
    }

    /// <exception cref="CallFailedException">The page cannot be reached.</exception>
    public Task SendAsync(ToPage message, CancellationToken cancellation) => ReachAsync(() => _link.SendAsync(message, cancellation));

    /// <exception cref="CallFailedException">The page cannot be reached.</exception>
    public Task SendSpeechAsync(ReadOnlyMemory<short> samples, CancellationToken cancellation) => ReachAsync(() => _link.SendSpeechAsync(samples, cancellation));

    /// <summary>Tells what comes from the page until it is lost or closed.</summary>
    /// <param name="patience">For how long it may be without a sign of life.</param>
    /// <returns>What became of it.</returns>
    public async Task<string> FollowAsync(Action<FromPage> onMessage, Action<ReadOnlyMemory<short>> onHeard, TimeSpan patience)
    {
        var receiving = _link.ReceiveAsync(
            message =>
            {
                Volatile.Write(ref _lastSign, _time.GetTimestamp());
                onMessage(message);
            },
            onHeard,
            _closing.Token);
        var hanging = HangsAsync(patience);
        await Task.WhenAny(receiving, hanging, Page.Crashed, _browserGone);
        if (receiving.IsCompleted && !_closing.IsCancellationRequested) await Task.WhenAny(Page.Crashed, _browserGone, Task.Delay(CausePatience, _time, _closing.Token));
        var cause = _browserGone.IsCompleted ? "the browser died" : Page.Crashed.IsCompleted ? "the page crashed" : hanging.IsCompletedSuccessfully ? "the page hung" : "the page closed";
        await _closing.CancelAsync();
        await receiving;
        return cause;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _door.Dispose();
        await _browsers.CloseAsync(Page);
        _closing.Dispose();
    }

    private async Task HangsAsync(TimeSpan patience)
    {
        using var timer = new PeriodicTimer(patience / 4, _time);
        while (await timer.WaitForNextTickAsync(_closing.Token) && _time.GetElapsedTime(Volatile.Read(ref _lastSign)) < patience)
        {
            // It lives.
        }
    }

    private static async Task ReachAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            throw new CallFailedException("The page that holds the call cannot be reached any more.", mayHelp: true, e);
        }
    }
}
