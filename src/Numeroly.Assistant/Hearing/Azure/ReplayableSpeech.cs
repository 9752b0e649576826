using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Hearing.Azure;

/// <summary>
/// A turn's speech by position, so that what was sent but not understood when a connection broke can be sent again. Keeps
/// what is not confirmed, at most a minute. One reader at a time.
/// </summary>
internal sealed class ReplayableSpeech(IAsyncEnumerator<ReadOnlyMemory<short>> source)
{
    private const long Most = 60 * SpeechFormat.HeardRate;
    private readonly LinkedList<ReadOnlyMemory<short>> _kept = new();
    private Task<bool>? _coming;

    /// <summary>The first sample that can still be had.</summary>
    public long Start { get; private set; }

    public long End { get; private set; }

    /// <summary>All up to here was understood.</summary>
    public long Confirmed { get; private set; }

    /// <summary>Whether nothing that was not confirmed is lost.</summary>
    public bool CanReplay => Start <= Confirmed;

    public void Confirm(long position)
    {
        Confirmed = Math.Clamp(position, Confirmed, End);
        while (_kept.First is { } first && Start + first.Value.Length <= Confirmed) DropFirst(first);
    }

    /// <summary>The samples at a position; null when the person has finished.</summary>
    public async ValueTask<ReadOnlyMemory<short>?> ReadAsync(long position, CancellationToken cancellation)
    {
        if (position < End) return Kept(position);

        // A read that a broken connection gave up goes on: the next connection takes its frame.
        _coming ??= source.MoveNextAsync().AsTask();
        var came = await _coming.WaitAsync(cancellation);
        if (!came) return null;

        _coming = null;
        var frame = source.Current;
        _kept.AddLast(frame);
        End += frame.Length;
        while (End - Start > Most && _kept.First is { } oldest) DropFirst(oldest);
        return frame;
    }

    /// <summary>Waits for a read under way, so that the source can be disposed of.</summary>
    public async ValueTask SettleAsync()
    {
        if (_coming is { } coming) await ((Task)coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private ReadOnlyMemory<short> Kept(long position)
    {
        var start = Start;
        foreach (var frame in _kept)
        {
            if (position < start + frame.Length) return frame[(int)(position - start)..];
            start += frame.Length;
        }
        throw new InvalidOperationException("That position is yet to come.");
    }

    private void DropFirst(LinkedListNode<ReadOnlyMemory<short>> first)
    {
        Start += first.Value.Length;
        _kept.RemoveFirst();
    }
}
