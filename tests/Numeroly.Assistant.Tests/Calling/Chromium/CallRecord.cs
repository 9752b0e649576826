using System.Collections.Concurrent;
using Numeroly.Assistant.Calling;
using Numeroly.Harness;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

/// <summary>Everything that a call tells and lets be heard, from now on.</summary>
internal sealed class CallRecord
{
    private readonly ConcurrentQueue<CallEvent> _events = new();
    private readonly Lock _gate = new();
    private readonly List<short> _heard = [];

    public CallRecord(ICall call)
    {
        Ended = Task.WhenAll(ReadEventsAsync(call), ReadHeardAsync(call));
    }

    /// <summary>Ends when both channels were completed.</summary>
    public Task Ended { get; }

    public IReadOnlyList<CallEvent> Events => [.. _events];

    public short[] Heard
    {
        get
        {
            lock (_gate) return [.. _heard];
        }
    }

    /// <summary>Waits for an event that fits, also one that has already been.</summary>
    public async Task<T> EventAsync<T>(Func<T, bool>? fits = null)
        where T : CallEvent
    {
        var found = await Eventually.BecomesAsync(
            () => Task.FromResult(_events.OfType<T>().FirstOrDefault(told => fits?.Invoke(told) ?? true)),
            told => told is not null,
            typeof(T).Name);
        return found!;
    }

    /// <summary>Waits until half a second of this tone was heard.</summary>
    public async Task HearsAsync(double hertz)
    {
        try
        {
            await Eventually.HoldsAsync(() => Tone.Seconds(Heard, SpeechFormat.HeardRate, hertz) >= 0.5, $"half a second of {hertz} Hz");
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}; {Heard.Length} samples were heard, and told was: {string.Join(", ", Events)}", e);
        }
    }

    private async Task ReadEventsAsync(ICall call)
    {
        await foreach (var told in call.Events.ReadAllAsync()) _events.Enqueue(told);
    }

    private async Task ReadHeardAsync(ICall call)
    {
        await foreach (var frame in call.Heard.ReadAllAsync())
        {
            lock (_gate) _heard.AddRange(frame.Span);
        }
    }
}
