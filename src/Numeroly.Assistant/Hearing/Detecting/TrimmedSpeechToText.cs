using System.Runtime.CompilerServices;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing.Detecting;

/// <summary>Sends a recogniser that bills by the second only what has voice in it. A turn without any costs nothing.</summary>
public sealed class TrimmedSpeechToText(ISpeechToText recogniser, IVoiceDetectors detectors) : ISpeechToText
{
    public string Name => recogniser.Name;

    public bool Knows(Language language) => recogniser.Knows(language);

    public async IAsyncEnumerable<Transcript> TranscribeAsync(
        IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var detector = detectors.Create();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var voiced = speech.TrimSilenceAsync(detector, SilenceTrimming.DefaultMargin, over.Token).GetAsyncEnumerator(over.Token);

        // Only once there is voice is it worth connecting to anyone.
        if (!await voiced.MoveNextAsync())
        {
            yield return new("", IsFinal: true, Confidence: null);
            yield break;
        }
        await foreach (var transcript in recogniser.TranscribeAsync(From(voiced, over, CancellationToken.None), request, cancellation)) yield return transcript;
    }

    /// <summary>The rest of what has begun. A recogniser that gives up also ends the waiting for more.</summary>
    private static async IAsyncEnumerable<ReadOnlyMemory<short>> From(
        IAsyncEnumerator<ReadOnlyMemory<short>> voiced, CancellationTokenSource over, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var ending = cancellation.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), over);
        do yield return voiced.Current;
        while (await voiced.MoveNextAsync());
    }
}
