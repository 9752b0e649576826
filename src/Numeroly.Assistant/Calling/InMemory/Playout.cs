namespace Numeroly.Assistant.Calling.InMemory;

/// <summary>Speech waiting to be played, and played at the speed of the clock.</summary>
internal sealed class Playout(TimeProvider time)
{
    private readonly Queue<short> _waiting = new();
    private long _runStarted;
    private long _runPlayed;

    /// <summary>Samples played since the start.</summary>
    public long Played { get; private set; }

    /// <summary>Samples not played yet.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Adds speech after what waits. What was played up to now must have been taken before.</summary>
    public void Add(ReadOnlySpan<short> samples)
    {
        if (_waiting.Count == 0) (_runStarted, _runPlayed) = (time.GetTimestamp(), 0);
        foreach (var sample in samples) _waiting.Enqueue(sample);
    }

    /// <summary>Takes what was played since the last time.</summary>
    public short[] Take()
    {
        if (_waiting.Count == 0) return [];
        var due = time.GetElapsedTime(_runStarted).Ticks * SpeechFormat.SpokenRate / TimeSpan.TicksPerSecond - _runPlayed;
        var played = new short[Math.Min(due, _waiting.Count)];
        for (var i = 0; i < played.Length; i++) played[i] = _waiting.Dequeue();
        _runPlayed += played.Length;
        Played += played.Length;
        return played;
    }

    public void Drop() => _waiting.Clear();
}
