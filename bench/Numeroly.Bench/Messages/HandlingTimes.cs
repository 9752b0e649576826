using System.Collections.Concurrent;
using System.Diagnostics;
using Numeroly.Events.Conversations;

namespace Numeroly.Bench.Messages;

/// <summary>When each message was sent and handled, by the number it carries.</summary>
public sealed class HandlingTimes
{
    private readonly ConcurrentDictionary<int, long> _sent = new();
    private readonly ConcurrentDictionary<int, long> _handled = new();
    private int _last;

    public bool AreAllHandled => _handled.Count >= _sent.Count;

    /// <summary>One is about to be sent. Gives its number.</summary>
    public int Sent()
    {
        var number = Interlocked.Increment(ref _last);
        _sent[number] = Stopwatch.GetTimestamp();
        return number;
    }

    // The first time counts: whoever waits for the effect has it then.
    public void Handled(int number) => _handled.TryAdd(number, Stopwatch.GetTimestamp());

    /// <summary>All that were sent and handled, and forgets them.</summary>
    public IReadOnlyList<(long Sent, long Handled)> TakeAll()
    {
        var all = _sent.Select(one => (one.Value, _handled[one.Key])).ToList();
        _sent.Clear();
        _handled.Clear();
        return all;
    }
}

/// <summary>Stands behind the handler, in Wolverine's chain.</summary>
public static class NotingWhen
{
    public static void After(AttachRecording message, HandlingTimes times) => times.Handled(message.Attempt);
}
