namespace Numeroly.Assistant.Calling.Native;

/// <summary>Samples that are still to be said.</summary>
internal sealed class SpeechQueue
{
    private readonly Queue<ReadOnlyMemory<short>> _pieces = new();
    private ReadOnlyMemory<short> _first;

    public int Count { get; private set; }

    public void Add(ReadOnlySpan<short> samples)
    {
        if (samples.IsEmpty) return;
        _pieces.Enqueue(samples.ToArray());
        Count += samples.Length;
    }

    /// <returns>How many there were to take.</returns>
    public int Take(Span<short> into)
    {
        var taken = 0;
        while (taken < into.Length && Count > 0)
        {
            if (_first.IsEmpty) _first = _pieces.Dequeue();
            var part = _first[..Math.Min(_first.Length, into.Length - taken)];
            part.Span.CopyTo(into[taken..]);
            _first = _first[part.Length..];
            taken += part.Length;
            Count -= part.Length;
        }

        return taken;
    }

    public void Clear()
    {
        _pieces.Clear();
        (_first, Count) = (default, 0);
    }
}
