using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Numeroly.Api.Conversations;
using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Bench.World;
using Numeroly.Events.Conversations;
using Numeroly.Harness;
using Wolverine;
using Wolverine.Runtime;

namespace Numeroly.Bench.Messages;

/// <summary>Sends a conversation's messages through the sequencer, and knows when each was handled.</summary>
internal sealed class TimedMessages : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Causes Unknown = new(null, null);

    private readonly StoreNode _node;
    private readonly IWolverineRuntime _runtime;
    private readonly HandlingTimes _times;

    private TimedMessages(StoreNode node) => (_node, _runtime, _times) = (node, node.Get<IWolverineRuntime>(), node.Get<HandlingTimes>());

    public StoreNode Node => _node;

    public static async Task<TimedMessages> StartAsync(TestDatabase database, CancellationToken cancellation) =>
        new(await StoreNode.StartAsync(database, cancellation, handlesMessages: true, Timed));

    /// <summary>Sends one to a conversation that does not exist: its handler looks for it, and is done.</summary>
    public Task SendAsync(Guid conversation) =>
        _node.Marten.SendAsync(_runtime, conversation, new AttachRecording(_times.Sent()), Unknown, CancellationToken.None);

    /// <summary>Waits until all that was sent is handled, and starts anew.</summary>
    public async Task<(IReadOnlyList<TimeSpan> Delays, long LastHandled)> TakeAllAsync()
    {
        await Eventually.HoldsAsync(() => _times.AreAllHandled, "all messages to be handled", Patience);
        await Eventually.HoldsAsync(NoneIsLeftAsync, "all messages to have left their sequences", Patience);
        var handled = _times.TakeAll();
        return ([.. handled.Select(one => Stopwatch.GetElapsedTime(one.Sent, one.Handled))], handled.Max(one => one.Handled));
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static void Timed(IServiceCollection services) => services
        .AddSingleton<HandlingTimes>()
        .AddSingleton<RecordingNews>()
        .ConfigureWolverine(options => options.Policies.ForMessagesOfType<AttachRecording>().AddMiddleware(typeof(NotingWhen)));

    private async Task<bool> NoneIsLeftAsync()
    {
        await using var command = _node.Pool.CreateCommand("select not exists (select from sequencer.messages)");
        return await command.ExecuteScalarAsync() is true;
    }
}
