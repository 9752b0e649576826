using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Remembering;

/// <summary>
/// Writes to the record in the order it was asked to, without making speech wait: while the store is away, what was said is
/// kept here and written as soon as it is back.
/// </summary>
public sealed class RecordWriter(IConversationRecord record, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);

    private readonly Channel<Entry> _entries = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Writes after everything before it.</summary>
    /// <param name="written">Told how it went, on the writer's task.</param>
    public void Write(Func<Conversation, DateTimeOffset, Decision> decide, Action<Recorded>? written = null) =>
        _entries.Writer.TryWrite(new Entry(decide, written));

    /// <summary>Takes no more; <see cref="RunAsync"/> returns once all is written.</summary>
    public void Complete() => _entries.Writer.TryComplete();

    /// <summary>Writes until completed or cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var entry in _entries.Reader.ReadAllAsync(cancellation))
        {
            var recorded = await PatientlyAsync(entry, cancellation);
            entry.Written?.Invoke(recorded);
        }
    }

    private async Task<Recorded> PatientlyAsync(Entry entry, CancellationToken cancellation)
    {
        for (var pause = FirstRetry; ; pause = pause * 2 < LongestRetry ? pause * 2 : LongestRetry)
        {
            try
            {
                return await record.DecideAsync(entry.Decide, cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning("What was said cannot be written now, and is kept until it can: {Fault}", fault.GetType().Name);
                await Task.Delay(pause, time, cancellation);
            }
        }
    }

    private sealed record Entry(Func<Conversation, DateTimeOffset, Decision> Decide, Action<Recorded>? Written);
}
