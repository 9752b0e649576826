namespace Numeroly.StandIn.Ledger;

/// <summary>The last so many entries of something, oldest first, under a small lock of its own.</summary>
internal class Journal<T>(int limit)
{
    private readonly Lock _gate = new();
    private readonly Queue<T> _entries = new();

    public void Add(T entry)
    {
        lock (_gate)
        {
            _entries.Enqueue(entry);
            while (_entries.Count > limit) _entries.Dequeue();
        }
    }

    public IReadOnlyList<T> All()
    {
        lock (_gate) return [.. _entries];
    }

    public void Clear()
    {
        lock (_gate) _entries.Clear();
    }
}
