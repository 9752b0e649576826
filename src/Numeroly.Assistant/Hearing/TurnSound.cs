using System.Runtime.CompilerServices;

namespace Numeroly.Assistant.Hearing;

/// <summary>
/// The sound of one turn, kept from its beginning, so that a second recogniser can hear it again when the first one fails.
/// Bounded by the longest turn: five minutes are 9.6 MB.
/// </summary>
public sealed class TurnSound
{
    private readonly Lock _gate = new();
    private readonly List<ReadOnlyMemory<short>> _frames = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isComplete;

    public long Samples { get; private set; }

    /// <summary>Done when the person has finished.</summary>
    public Task Completed => _completed.Task;

    public void Add(ReadOnlyMemory<short> frame)
    {
        lock (_gate)
        {
            if (_isComplete) return;
            _frames.Add(frame);
            Samples += frame.Length;
            Wake();
        }
    }

    /// <summary>The person has finished.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            _completed.TrySetResult();
            Wake();
        }
    }

    /// <summary>The sound from its beginning, then as it comes, to its end.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<short>> ListenAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var next = 0; ;)
        {
            Task more;
            ReadOnlyMemory<short>[] fresh;
            lock (_gate)
            {
                fresh = [.. _frames.Skip(next)];
                if (fresh.Length == 0 && _isComplete) yield break;
                more = _more.Task;
            }

            foreach (var frame in fresh) yield return frame;
            next += fresh.Length;
            if (fresh.Length == 0) await more.WaitAsync(cancellation);
        }
    }

    private void Wake()
    {
        var waiting = _more;
        _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.SetResult();
    }
}
