using System.Collections.Concurrent;
using Numeroly.Assistant.Calling.Chromium.Serving;

namespace Numeroly.Assistant.Calling.Chromium;

/// <summary>Says things through a page, at the pace at which they are played, and falls silent.</summary>
internal sealed class CallSpeech(CallPage page, TimeProvider time) : IDisposable
{
    // 100 ms: what is being sent holds up a flush by no more than this.
    private const int PieceSamples = SpeechFormat.SpokenRate / 10;

    private static readonly TimeSpan FlushPatience = TimeSpan.FromSeconds(1);

    private readonly SpeechProgress _progress = new(time);
    private readonly SemaphoreSlim _speaker = new(1);

    // Between asking whether there is room and sending no flush may come.
    private readonly SemaphoreSlim _sender = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _flushes = new();
    private int _lastFlush;

    /// <summary>Samples played since the call was joined.</summary>
    public long Played => _progress.Played;

    /// <summary>Returns when it was sent, or when a flush dropped it.</summary>
    public async Task SpeakAsync(ReadOnlyMemory<short> samples, CancellationToken cancellation)
    {
        await _speaker.WaitAsync(cancellation);
        var ticket = _progress.Give(samples.Length);
        var rest = samples;
        try
        {
            while (!rest.IsEmpty)
            {
                var piece = rest[..Math.Min(PieceSamples, rest.Length)];
                if (!await SendAsync(ticket, piece, cancellation)) return;
                rest = rest[piece.Length..];
            }
        }
        finally
        {
            _progress.Withdraw(ticket, rest.Length);
            _speaker.Release();
        }
    }

    /// <summary>Drops what was not played yet and says how much was.</summary>
    public async Task<long> FlushAsync(CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _lastFlush);
        var done = _flushes[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await LockedAsync(
                async () =>
                {
                    _progress.Drop();
                    await page.SendAsync(new ToPage.Flush(id), cancellation);
                    return true;
                },
                cancellation);
            await done.Task.WaitAsync(FlushPatience, time, cancellation);
        }
        catch (Exception e) when (e is TimeoutException or CallFailedException)
        {
            // Its page hangs or is gone, and is silent anyway: what it told last is what is known.
        }
        finally
        {
            _flushes.TryRemove(id, out _);
        }

        return _progress.Played;
    }

    /// <summary>Takes what the page has counted, and returns what to tell about it.</summary>
    public CallEvent.Played? Take(FromPage.Progress counted) => _progress.Take(counted.Played, counted.Consumed);

    /// <summary>Takes the page's answer to a flush, and returns what to tell about it.</summary>
    public CallEvent.Played? Take(FromPage.Flushed flushed)
    {
        var told = _progress.Take(flushed.Played, flushed.Consumed);
        if (_flushes.TryGetValue(flushed.Id, out var done)) done.TrySetResult();
        return told;
    }

    /// <summary>The call is over: nobody waits any longer.</summary>
    public void End()
    {
        _progress.Drop();
        foreach (var done in _flushes.Values) done.TrySetResult();
    }

    public void Dispose()
    {
        _speaker.Dispose();
        _sender.Dispose();
    }

    /// <returns>False if it was dropped before its turn came.</returns>
    private async Task<bool> SendAsync(int ticket, ReadOnlyMemory<short> piece, CancellationToken cancellation)
    {
        while (true)
        {
            var (sent, changed) = await LockedAsync(
                async () =>
                {
                    var room = _progress.HasRoom(ticket, piece.Length, out var changed);
                    if (room != true) return (room is null ? false : (bool?)null, changed);
                    _progress.Sent(piece.Length);
                    await page.SendSpeechAsync(piece, cancellation);
                    return (true, changed);
                },
                cancellation);
            if (sent is { } done) return done;
            await changed.WaitAsync(cancellation);
        }
    }

    private async Task<T> LockedAsync<T>(Func<Task<T>> act, CancellationToken cancellation)
    {
        await _sender.WaitAsync(cancellation);
        try
        {
            return await act();
        }
        finally
        {
            _sender.Release();
        }
    }
}
