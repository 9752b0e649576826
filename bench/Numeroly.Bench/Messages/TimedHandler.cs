using System.Collections.Concurrent;
using System.Diagnostics;
using Numeroly.Bench.World;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Messaging;
using Numeroly.Harness;

namespace Numeroly.Bench.Messages;

/// <summary>Sends messages and handles them, noting when. Handling one does nothing.</summary>
internal sealed class TimedHandler : IMessageHandler, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly StoreNode _node;
    private readonly ConcurrentDictionary<Guid, long> _sent = new();
    private readonly ConcurrentDictionary<Guid, long> _handled = new();
    private NodeService? _pump;

    private TimedHandler(StoreNode node) => _node = node;

    public static async Task<TimedHandler> StartAsync(StoreNode node, CancellationToken cancellation)
    {
        var handler = new TimedHandler(node);
        handler._pump = await node.PumpAsync(handler, cancellation);
        return handler;
    }

    public async Task SendAsync(Guid stream)
    {
        var id = Guid.CreateVersion7();
        _sent[id] = Stopwatch.GetTimestamp();
        await _node.Appender.AppendAsync(new UnitOfWork { Messages = [new NewMessage(id, stream, new EjectEveryone(), TimeSpan.Zero)] }, CancellationToken.None);
    }

    public Task<Handled> HandleAsync(DurableMessage message, CancellationToken cancellation)
    {
        // The first time counts: whoever waits for the effect has it then.
        _handled.TryAdd(message.Id, Stopwatch.GetTimestamp());
        return Task.FromResult<Handled>(new Handled.Done());
    }

    /// <summary>Waits until all that was sent is handled, and starts anew.</summary>
    public async Task<(IReadOnlyList<TimeSpan> Delays, long LastHandled)> TakeAllAsync()
    {
        await Eventually.HoldsAsync(() => _handled.Count >= _sent.Count, "all messages to be handled", Patience);
        await Eventually.HoldsAsync(NoneIsLeftAsync, "all messages to be completed", Patience);
        var delays = _sent.Select(one => Stopwatch.GetElapsedTime(one.Value, _handled[one.Key])).ToList();
        var last = _handled.Values.Max();
        _sent.Clear();
        _handled.Clear();
        return (delays, last);
    }

    public async ValueTask DisposeAsync()
    {
        if (_pump is not null) await _pump.DisposeAsync();
    }

    private async Task<bool> NoneIsLeftAsync()
    {
        await using var command = _node.Database.Pool.CreateCommand("select not exists (select from durable.messages)");
        return await command.ExecuteScalarAsync() is true;
    }
}
