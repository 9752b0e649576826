using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Hearing.Azure;

/// <summary>
/// A turn's speech by position, so that what was sent but not understood when a connection broke can be sent again. Keeps
/// what is not confirmed, at most a minute. One may read while another confirms.
/// </summary>
internal sealed class ReplayableSpeech(IAsyncEnumerator<ReadOnlyMemory<short>> source)
{
    private const long Most = 60 * SpeechFormat.HeardRate;
    private readonly Queue<ReadOnlyMemory<short>> _kept = new();
    private readonly Lock _lock = new();
    private Task<bool>? _coming;
    private long _start;
    private long _end;
    private long _confirmed;

    /// <summary>All up to here was understood.</summary>
    public long Confirmed
    {
        get
        {
            lock (_lock) return _confirmed;
        }
    }

    /// <summary>Whether nothing that was not confirmed is lost.</summary>
    public bool CanReplay
    {
        get
        {
            lock (_lock) return _start <= _confirmed;
        }
    }

    public void Confirm(long position)
    {
        lock (_lock)
        {
            _confirmed = Math.Clamp(position, _confirmed, _end);
            while (_kept.TryPeek(out var first) && _start + first.Length <= _confirmed) DropFirst();
        }
    }

    /// <summary>The samples at a position; null when the person has finished.</summary>
    public async ValueTask<ReadOnlyMemory<short>?> ReadAsync(long position, CancellationToken cancellation)
    {
        if (Kept(position) is { } kept) return kept;

        // A read that a broken connection gave up goes on: the next connection takes its frame.
        _coming ??= source.MoveNextAsync().AsTask();
        if (!await _coming.WaitAsync(cancellation)) return null;

        _coming = null;
        var frame = source.Current;
        lock (_lock)
        {
            _kept.Enqueue(frame);
            _end += frame.Length;
            while (_end - _start > Most) DropFirst();
        }
        return frame;
    }

    /// <summary>Waits for a read under way, so that the source can be disposed of.</summary>
    public async ValueTask SettleAsync()
    {
        if (_coming is { } coming) await ((Task)coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private ReadOnlyMemory<short>? Kept(long position)
    {
        lock (_lock)
        {
            if (position >= _end) return null;
            var start = _start;
            foreach (var frame in _kept)
            {
                if (position < start + frame.Length) return frame[(int)Math.Max(0, position - start)..];
                start += frame.Length;
            }
            return null;
        }
    }

    private void DropFirst() => _start += _kept.Dequeue().Length;
}
