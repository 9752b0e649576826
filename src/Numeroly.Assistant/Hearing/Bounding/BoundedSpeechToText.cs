using System.Runtime.CompilerServices;
using Numeroly.Assistant.Providers;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing.Bounding;

/// <summary>Gives up on a recogniser that no longer takes sound, or does not finish soon after the person did.</summary>
public sealed class BoundedSpeechToText(ISpeechToText recogniser, TimeLimits limits, TimeProvider time) : ISpeechToText
{
    public string Name => recogniser.Name;

    public bool Knows(Language language) => recogniser.Knows(language);

    public async IAsyncEnumerable<Transcript> TranscribeAsync(
        IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var patience = new Patience(limits, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Lost);
        await using var transcripts = recogniser.TranscribeAsync(patience.Watch(speech, either.Token), request, either.Token).GetAsyncEnumerator(either.Token);
        while (await NextAsync(transcripts, patience, cancellation)) yield return transcripts.Current;
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<Transcript> transcripts, Patience patience, CancellationToken cancellation)
    {
        try
        {
            return await transcripts.MoveNextAsync();
        }
        catch (Exception failure) when (failure is OperationCanceledException && !cancellation.IsCancellationRequested && patience.Lost.IsCancellationRequested)
        {
            throw new ProviderException(ProviderFailure.TimedOut, $"{Name} {patience.Complaint}.", failure);
        }
    }

    /// <summary>Runs while the recogniser has something to do: a frame to take, or the end to come to.</summary>
    private sealed class Patience(TimeLimits limits, TimeProvider time) : IDisposable
    {
        private readonly CancellationTokenSource _lost = new(Timeout.InfiniteTimeSpan, time);
        private volatile bool _speechEnded;

        public CancellationToken Lost => _lost.Token;

        public string Complaint => _speechEnded
            ? $"did not finish within {limits.Finish.TotalSeconds:0.#} s of the end of speech"
            : $"took no more sound for {limits.Stall.TotalSeconds:0.#} s";

        public async IAsyncEnumerable<ReadOnlyMemory<short>> Watch(IAsyncEnumerable<ReadOnlyMemory<short>> speech, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var frame in speech.WithCancellation(cancellation))
            {
                _lost.CancelAfter(limits.Stall);
                yield return frame;
                _lost.CancelAfter(Timeout.InfiniteTimeSpan);
            }
            _speechEnded = true;
            _lost.CancelAfter(limits.Finish);
        }

        public void Dispose() => _lost.Dispose();
    }
}
