using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Calling.Native.Library;

namespace Numeroly.Assistant.Calling.Native;

/// <summary>
/// Calls held by Daily's native library inside this process: one context for all of them, one client for each. Costs a fraction of
/// a browser, and a fault in the library ends the process.
/// </summary>
internal sealed class NativeCalls(NativeOptions options, CallingMetrics metrics, ILogger<NativeCalls> log, TimeProvider time) : ICallTransport, IHostedService, IAsyncDisposable
{
    private readonly ConcurrentDictionary<NativeCall, byte> _open = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private DailyContext? _context;

    public string Name => "native";

    public ValueTask<string?> WhyNotAsync(CancellationToken cancellation) => new(DailyLibrary.WhyNot(options.Library));

    public async Task<ICall> JoinAsync(CallInvitation invitation, CancellationToken cancellation)
    {
        if (DailyLibrary.WhyNot(options.Library) is { } whyNot) throw new CallFailedException(whyNot, mayHelp: false);
        var started = time.GetTimestamp();
        var succeeded = false;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, cancellation);
        try
        {
            var call = await EnterAsync(invitation, either.Token);
            succeeded = true;
            return call;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new CallFailedException("The assistant is stopping and joins no call.", mayHelp: false, e);
        }
        finally
        {
            metrics.Joined(time.GetElapsedTime(started), Name, succeeded);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (DailyLibrary.WhyNot(options.Library) is { } whyNot) log.LogWarning("{WhyNot}", whyNot);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    /// <summary>Leaves every call and gives the library's context back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_open.Keys.Select(call => call.DisposeAsync().AsTask()));
        lock (_gate)
        {
            _context?.Dispose();
            _context = null;
        }
    }

    private async Task<ICall> EnterAsync(CallInvitation invitation, CancellationToken cancellation)
    {
        // Creating the context and its threads takes a moment.
        var call = await Task.Run(Open, cancellation);
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

    private NativeCall Open()
    {
        lock (_gate)
        {
            _stopping.Token.ThrowIfCancellationRequested();
            _context ??= DailyContext.Enter();
            var call = new NativeCall(options, closed => _open.TryRemove(closed, out _), log, time);
            _open[call] = 0;
            return call;
        }
    }
}
