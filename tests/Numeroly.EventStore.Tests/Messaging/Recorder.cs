using System.Collections.Concurrent;
using System.Text.Json;
using Numeroly.EventStore.Messaging;

namespace Numeroly.EventStore.Tests.Messaging;

/// <summary>Handles errands as it is told, and remembers when each was being handled.</summary>
internal sealed class Recorder(Func<DurableMessage, string, CancellationToken, Task<Handled>>? handle = null) : IMessageHandler
{
    private readonly ConcurrentQueue<string> _finished = new();
    private readonly ConcurrentDictionary<Guid, int> _running = new();
    private int _mostAtOnce;

    /// <summary>Names in the order in which they were done.</summary>
    public IReadOnlyList<string> Finished => [.. _finished];

    /// <summary>The most messages of one stream that were ever being handled at the same time.</summary>
    public int MostOfOneStreamAtOnce { get; private set; }

    public int MostAtOnce => _mostAtOnce;

    public async Task<Handled> HandleAsync(DurableMessage message, CancellationToken cancellation)
    {
        var name = JsonDocument.Parse(message.Body).RootElement.GetProperty("Name").GetString()!;
        var now = _running.AddOrUpdate(message.StreamId, 1, (_, count) => count + 1);
        lock (_finished)
        {
            MostOfOneStreamAtOnce = Math.Max(MostOfOneStreamAtOnce, now);
            _mostAtOnce = Math.Max(_mostAtOnce, _running.Values.Sum());
        }

        try
        {
            var handled = handle is null ? new Handled.Done() : await handle(message, name, cancellation);
            if (handled is Handled.Done or Handled.Committed) _finished.Enqueue(name);
            return handled;
        }
        finally
        {
            _running.AddOrUpdate(message.StreamId, 0, (_, count) => count - 1);
        }
    }
}
