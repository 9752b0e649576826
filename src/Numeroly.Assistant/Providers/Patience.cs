namespace Numeroly.Assistant.Providers;

/// <summary>
/// How long a stream may keep us waiting: so long for its beginning, so long for each piece after that. The time its reader
/// takes with a piece does not count.
/// </summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _caller;
    private readonly TimeSpan _between;
    private bool _begun;

    public Patience(TimeSpan beginning, TimeSpan between, TimeProvider time, CancellationToken caller)
    {
        (_between, _caller) = (between, caller);
        _clock = new CancellationTokenSource(beginning, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, caller);
    }

    /// <summary>Cancelled by the caller or when the stream has kept us waiting too long.</summary>
    public CancellationToken Token => _either.Token;

    public bool HasRunOut => _clock.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Whether something has come.</summary>
    public bool HasBegun => _begun;

    /// <summary>A piece has come; the reader now has it for as long as they like.</summary>
    public void Came()
    {
        _begun = true;
        _clock.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <summary>The next piece is being waited for.</summary>
    public void Wait()
    {
        if (_begun) _clock.CancelAfter(_between);
    }

    public void Dispose()
    {
        _either.Dispose();
        _clock.Dispose();
    }
}
