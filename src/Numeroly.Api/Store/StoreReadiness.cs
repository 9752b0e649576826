namespace Numeroly.Api.Store;

/// <summary>Set once the database has been reached, its schema is in place and its durability was checked.</summary>
public sealed class StoreReadiness
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>What the server promised; null before.</summary>
    public Durability? Durability { get; private set; }

    public void Set(Durability durability)
    {
        Durability = durability;
        _ready.TrySetResult();
    }

    /// <summary>False when stopped before it was ready.</summary>
    public async Task<bool> WaitAsync(CancellationToken stopping)
    {
        await _ready.Task.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return IsReady && !stopping.IsCancellationRequested;
    }
}
