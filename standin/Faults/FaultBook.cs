namespace Numeroly.StandIn.Faults;

/// <summary>The faults in force. The oldest that matches a call strikes it; a fault that struck as often as it should is spent.</summary>
internal sealed class FaultBook
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];
    private int _lastId;

    public Fault Add(Func<int, Fault> create)
    {
        lock (_gate)
        {
            var fault = create(++_lastId);
            _faults.Add(fault);
            return fault;
        }
    }

    public Fault? Strike(string method, string path)
    {
        lock (_gate)
        {
            return _faults.Find(fault => !fault.Exhausted && fault.Matches(method, path) && fault.Strikes());
        }
    }

    /// <summary>All faults as they stand, the spent ones too, so that a test can see whether a fault was met.</summary>
    public IReadOnlyList<Fault> All()
    {
        lock (_gate) return [.. _faults.Select(fault => fault with { })];
    }

    public int Clear()
    {
        lock (_gate) return _faults.RemoveAll(_ => true);
    }

    public bool Remove(int id)
    {
        lock (_gate) return _faults.RemoveAll(fault => fault.Id == id) > 0;
    }
}
