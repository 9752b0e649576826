namespace Numeroly.Assistant.Calling.Chromium;

/// <summary>
/// Counts the samples that are said: how many were given, sent to the page, and played or dropped there. Paces whoever speaks
/// by it, so that little is lost when the assistant falls silent.
/// </summary>
internal sealed class SpeechProgress(TimeProvider time)
{
    /// <summary>So much may wait to be played.</summary>
    public const int WaitingLimit = SpeechFormat.SpokenRate / 2;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = Fresh();
    private long _given;
    private long _sent;
    private long _consumed;
    private long _played;
    private long? _reported;
    private int _flushes;

    /// <summary>Samples played since the start.</summary>
    public long Played
    {
        get
        {
            lock (_gate) return _played;
        }
    }

    /// <summary>Notes that so much is to be said.</summary>
    /// <returns>The ticket that <see cref="HasRoom"/> wants.</returns>
    public int Give(int samples)
    {
        lock (_gate)
        {
            if (_given == _consumed) _reported = null; // That it begins is told at once.
            _given += samples;
            return _flushes;
        }
    }

    public void Sent(int samples)
    {
        lock (_gate) _sent += samples;
    }

    /// <summary>Whether so much more fits in what may wait; null when it was flushed before its turn came.</summary>
    /// <param name="changed">Ends when to ask again.</param>
    public bool? HasRoom(int ticket, int samples, out Task changed)
    {
        lock (_gate)
        {
            changed = _changed.Task;
            return ticket != _flushes ? null : _sent - _consumed + samples <= WaitingLimit;
        }
    }

    /// <summary>So much of what was given will not be sent after all.</summary>
    public void Withdraw(int ticket, int samples)
    {
        lock (_gate)
        {
            if (ticket == _flushes) _given -= samples;
        }
    }

    /// <summary>What was not sent yet will not be.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            _flushes++;
            _given = _sent;
            Wake();
        }
    }

    /// <summary>Takes what the page has counted.</summary>
    /// <returns>What to tell about it, if it is time to.</returns>
    public CallEvent.Played? Take(long played, long consumed)
    {
        lock (_gate)
        {
            var wasSilent = _consumed == _given;
            (_played, _consumed) = (played, consumed);
            Wake();
            var isSilent = _consumed == _given;
            if (isSilent ? wasSilent : _reported is { } last && time.GetElapsedTime(last) < BetweenReports) return null;
            _reported = time.GetTimestamp();
            return new(_played, isSilent);
        }
    }

    private void Wake()
    {
        _changed.SetResult();
        _changed = Fresh();
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
