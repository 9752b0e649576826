using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Providers;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing.Daily;

/// <summary>
/// Daily's own transcription of one call. It hears the call by itself and tells what it understood by events, which whoever
/// holds the call hands to <see cref="Hear"/>; of the speech it is given only the end matters. One turn at a time.
/// </summary>
/// <remarks>
/// The events carry no position in the sound. So a turn has what is told from its beginning until some time after its end:
/// until what was told last is final and nothing followed for <see cref="DailySettling.Quiet"/>, at most <see cref="DailySettling.Longest"/>.
/// </remarks>
public sealed class DailyTranscription(DailySettling settling, TimeProvider time) : ISpeechToText
{
    public const string ProviderName = "daily";
    private readonly Lock _lock = new();
    private ChannelWriter<CallEvent>? _turn;
    private string? _failed;

    public string Name => ProviderName;

    public bool Knows(Language language) => true;

    /// <summary>Daily heard the person.</summary>
    public void Hear(CallEvent.Transcribed heard) => Tell(heard);

    /// <summary>Daily no longer transcribes this call: the turn under way and all to come fail.</summary>
    public void Fail(CallEvent.TranscriptionFailed failed)
    {
        lock (_lock) _failed = failed.Reason;
        Tell(failed);
    }

    /// <summary>Daily transcribes again.</summary>
    public void Recover()
    {
        lock (_lock) _failed = null;
    }

    public async IAsyncEnumerable<Transcript> TranscribeAsync(
        IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var events = Begin();
        var ending = DrainAsync(speech, over.Token);
        var turn = new DailyTurn();
        try
        {
            while (await NextAsync(events, ending, turn, cancellation) is { } told)
            {
                if (told is CallEvent.TranscriptionFailed) throw Failed();
                if (told is CallEvent.Transcribed heard && turn.Take(heard)) yield return turn.Interim();
            }
            yield return turn.Final();
        }
        finally
        {
            lock (_lock) _turn = null;
            await over.CancelAsync();
            await ending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>The next event of the turn; null when the turn is settled.</returns>
    private async ValueTask<CallEvent?> NextAsync(ChannelReader<CallEvent> events, Task ending, DailyTurn turn, CancellationToken cancellation)
    {
        var coming = events.WaitToReadAsync(cancellation).AsTask();
        if (!ending.IsCompleted) await Task.WhenAny(coming, ending);
        if (ending.IsCompleted)
        {
            await ending;
            turn.EndedAt ??= time.GetTimestamp();
            var left = settling.Longest - time.GetElapsedTime(turn.EndedAt.Value);
            var patience = turn.IsSettled && settling.Quiet < left ? settling.Quiet : left;
            if (patience <= TimeSpan.Zero) return null;

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var first = await Task.WhenAny(coming, Task.Delay(patience, time, waiting.Token));
            await waiting.CancelAsync();
            if (first != coming) return null;
        }
        await coming;
        return events.TryRead(out var told) ? told : null;
    }

    private ChannelReader<CallEvent> Begin()
    {
        lock (_lock)
        {
            if (_failed is not null) throw Failed();
            if (_turn is not null) throw new InvalidOperationException("A turn of this call is still being transcribed.");

            // Daily sends a few events a second; a reader that stands still for minutes loses the oldest.
            var channel = Channel.CreateBounded<CallEvent>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest });
            _turn = channel.Writer;
            return channel.Reader;
        }
    }

    private void Tell(CallEvent told)
    {
        lock (_lock) _turn?.TryWrite(told);
    }

    private static async Task DrainAsync(IAsyncEnumerable<ReadOnlyMemory<short>> speech, CancellationToken cancellation)
    {
        await foreach (var frame in speech.WithCancellation(cancellation)) _ = frame.Length;
    }

    private static ProviderException Failed() => new(ProviderFailure.Unavailable, "daily does not transcribe this call.");
}

/// <summary>How long after the end of a turn Daily's transcription is listened to.</summary>
/// <param name="Quiet">This long without news after a final segment, and the turn is complete.</param>
/// <param name="Longest">Then what is there is taken, though not final.</param>
public sealed record DailySettling(TimeSpan Quiet, TimeSpan Longest)
{
    public static readonly DailySettling Default = new(TimeSpan.FromMilliseconds(800), TimeSpan.FromSeconds(3));
}
