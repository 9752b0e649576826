using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Calling.Chromium.Browsing;
using Numeroly.Assistant.Calling.Chromium.Serving;

namespace Numeroly.Assistant.Calling.Chromium;

/// <summary>
/// Calls held by a headless Chromium: one browser for all of them, one page with daily-js for each. The same in real Daily rooms
/// and in those of a local stand-in.
/// </summary>
internal sealed class ChromiumCalls : ICallTransport, IHostedService, IAsyncDisposable
{
    private readonly ChromiumOptions _options;
    private readonly string? _searched;
    private readonly CallingMetrics _metrics;
    private readonly ILogger<ChromiumCalls> _log;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1);
    private PageServer? _server;
    private Task _warming = Task.CompletedTask;

    /// <param name="searched">The folders programs are found in, as the variable PATH lists them.</param>
    public ChromiumCalls(ChromiumOptions options, string? searched, CallingMetrics metrics, ILogger<ChromiumCalls> log, TimeProvider time)
    {
        (_options, _searched, _metrics, _log, _time) = (options, searched, metrics, log, time);
        Browsers = new(options, searched, metrics, log, time);
    }

    public string Name => "chromium";

    internal BrowserKeeper Browsers { get; }

    public ValueTask<string?> WhyNotAsync(CancellationToken cancellation) => new(WhyNot());

    public async Task<ICall> JoinAsync(CallInvitation invitation, CancellationToken cancellation)
    {
        if (WhyNot() is { } whyNot) throw new CallFailedException(whyNot, mayHelp: false);
        var started = _time.GetTimestamp();
        var succeeded = false;
        using var limit = new CancellationTokenSource(_options.JoinTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            var call = await EnterAsync(invitation, either.Token);
            succeeded = true;
            return call;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new CallFailedException($"The call could not be joined within {_options.JoinTimeout.TotalSeconds} seconds.", mayHelp: true, e);
        }
        finally
        {
            _metrics.Joined(_time.GetElapsedTime(started), Name, succeeded);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (WhyNot() is { } whyNot) _log.LogWarning("{WhyNot}", whyNot);
        else if (_options.StartsWithHost) _warming = WarmAsync();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _warming;
        await Browsers.DisposeAsync();
        if (_server is { } server) await server.DisposeAsync();
        _server = null;
    }

    private async Task<ICall> EnterAsync(CallInvitation invitation, CancellationToken cancellation)
    {
        var page = await CallPage.OpenAsync(Browsers, await ServerAsync(cancellation), _time, cancellation);
        var call = new ChromiumCall(page, _options, _time);
        try
        {
            await call.JoinAsync(invitation, cancellation);
            return call;
        }
        catch
        {
            await call.DisposeAsync();
            throw;
        }
    }

    private string? WhyNot()
    {
        if (OperatingSystem.IsWindows()) return "Calls through Chromium need Linux or macOS: on Windows run Numeroly in WSL to talk with people.";
        if (_options.Path is { } named && !File.Exists(named)) return $"There is no Chromium at {named}, which CHROMIUM names, so the assistant converses in writing only.";
        if (ChromiumProgram.Find(_options.Path, _searched) is null) return ChromiumProgram.Missing;
        return PageFiles.Find(_options.PageFolder) is null ? PageFiles.Missing : null;
    }

    private async Task<PageServer> ServerAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return _server ??= await PageServer.StartAsync(PageFiles.Find(_options.PageFolder)!, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task WarmAsync()
    {
        try
        {
            await Browsers.WarmAsync(CancellationToken.None);
        }
        catch (CallFailedException e)
        {
            _log.LogWarning("Chromium could not be started ahead of the first call: {Reason}", e.Message);
        }
    }
}
